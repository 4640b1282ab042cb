// One block and one row for each file. `DataTests` fails when a file of the folder is missing here.

#include "KenaliData.h"

static const uint8_t abbreviations_tsv[] = {
#embed "Lexicon/abbreviations.tsv"
};
static const uint8_t acronyms_state_tsv[] = {
#embed "Lexicon/acronyms-state.tsv"
};
static const uint8_t calendar_tsv[] = {
#embed "Lexicon/calendar.tsv"
};
static const uint8_t common_words_tsv[] = {
#embed "Lexicon/common-words.tsv"
};
static const uint8_t countries_tsv[] = {
#embed "Lexicon/countries.tsv"
};
static const uint8_t organization_heads_tsv[] = {
#embed "Lexicon/organization-heads.tsv"
};
static const uint8_t regions_tsv[] = {
#embed "Lexicon/regions.tsv"
};
static const uint8_t zz_stub_tsv[] = {
#embed "Lexicon/zz-stub.tsv"
};
static const uint8_t acronyms_society_tsv[] = {
#embed "Lexicon/acronyms-society.tsv"
};
static const uint8_t acronyms_rules[] = {
#embed "Rules/acronyms.rules"
};
static const uint8_t dates_rules[] = {
#embed "Rules/dates.rules"
};
static const uint8_t locations_rules[] = {
#embed "Rules/locations.rules"
};
static const uint8_t ministries_rules[] = {
#embed "Rules/ministries.rules"
};
static const uint8_t organizations_rules[] = {
#embed "Rules/organizations.rules"
};
static const uint8_t persons_rules[] = {
#embed "Rules/persons.rules"
};
static const uint8_t times_rules[] = {
#embed "Rules/times.rules"
};

static const kenali_file files[] = {
    {"abbreviations.tsv", abbreviations_tsv, sizeof(abbreviations_tsv)},
    {"acronyms-state.tsv", acronyms_state_tsv, sizeof(acronyms_state_tsv)},
    {"calendar.tsv", calendar_tsv, sizeof(calendar_tsv)},
    {"common-words.tsv", common_words_tsv, sizeof(common_words_tsv)},
    {"countries.tsv", countries_tsv, sizeof(countries_tsv)},
    {"organization-heads.tsv", organization_heads_tsv, sizeof(organization_heads_tsv)},
    {"regions.tsv", regions_tsv, sizeof(regions_tsv)},
    {"zz-stub.tsv", zz_stub_tsv, sizeof(zz_stub_tsv)},
    {"acronyms-society.tsv", acronyms_society_tsv, sizeof(acronyms_society_tsv)},
    {"acronyms.rules", acronyms_rules, sizeof(acronyms_rules)},
    {"dates.rules", dates_rules, sizeof(dates_rules)},
    {"locations.rules", locations_rules, sizeof(locations_rules)},
    {"ministries.rules", ministries_rules, sizeof(ministries_rules)},
    {"organizations.rules", organizations_rules, sizeof(organizations_rules)},
    {"persons.rules", persons_rules, sizeof(persons_rules)},
    {"times.rules", times_rules, sizeof(times_rules)},
};

size_t kenali_file_count(void) { return sizeof(files) / sizeof(files[0]); }

kenali_file kenali_file_at(size_t index) { return files[index]; }
