// One block and one row for each file. `DataTests` fails when a file of the folder is missing here.

#include "KenaliData.h"

static const uint8_t abbreviations_tsv[] = {
#embed "Lexicon/abbreviations.tsv"
};
static const uint8_t acronym_senses_tsv[] = {
#embed "Lexicon/acronym-senses.tsv"
};
static const uint8_t acronym_translations_tsv[] = {
#embed "Lexicon/acronym-translations.tsv"
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
static const uint8_t currencies_tsv[] = {
#embed "Lexicon/currencies.tsv"
};
static const uint8_t definition_words_tsv[] = {
#embed "Lexicon/definition-words.tsv"
};
static const uint8_t degrees_tsv[] = {
#embed "Lexicon/degrees.tsv"
};
static const uint8_t districts_tsv[] = {
#embed "Lexicon/districts.tsv"
};
static const uint8_t domain_words_tsv[] = {
#embed "Lexicon/domain-words.tsv"
};
static const uint8_t english_words_tsv[] = {
#embed "Lexicon/english-words.tsv"
};
static const uint8_t everyday_roles_tsv[] = {
#embed "Lexicon/everyday-roles.tsv"
};
static const uint8_t family_names_tsv[] = {
#embed "Lexicon/family-names.tsv"
};
static const uint8_t function_words_tsv[] = {
#embed "Lexicon/function-words.tsv"
};
static const uint8_t given_names_tsv[] = {
#embed "Lexicon/given-names.tsv"
};
static const uint8_t headline_words_tsv[] = {
#embed "Lexicon/headline-words.tsv"
};
static const uint8_t honorifics_tsv[] = {
#embed "Lexicon/honorifics.tsv"
};
static const uint8_t institution_words_tsv[] = {
#embed "Lexicon/institution-words.tsv"
};
static const uint8_t ministries_tsv[] = {
#embed "Lexicon/ministries.tsv"
};
static const uint8_t name_ends_tsv[] = {
#embed "Lexicon/name-ends.tsv"
};
static const uint8_t name_syllables_tsv[] = {
#embed "Lexicon/name-syllables.tsv"
};
static const uint8_t named_heads_tsv[] = {
#embed "Lexicon/named-heads.tsv"
};
static const uint8_t not_entities_tsv[] = {
#embed "Lexicon/not-entities.tsv"
};
static const uint8_t office_states_tsv[] = {
#embed "Lexicon/office-states.tsv"
};
static const uint8_t offices_tsv[] = {
#embed "Lexicon/offices.tsv"
};
static const uint8_t organization_heads_tsv[] = {
#embed "Lexicon/organization-heads.tsv"
};
static const uint8_t organizations_tsv[] = {
#embed "Lexicon/organizations.tsv"
};
static const uint8_t offices_held_tsv[] = {
#embed "Lexicon/offices-held.tsv"
};
static const uint8_t public_offices_tsv[] = {
#embed "Lexicon/public-offices.tsv"
};
static const uint8_t persons_lower_tsv[] = {
#embed "Lexicon/persons-lower.tsv"
};
static const uint8_t persons_tsv[] = {
#embed "Lexicon/persons.tsv"
};
static const uint8_t place_heads_tsv[] = {
#embed "Lexicon/place-heads.tsv"
};
static const uint8_t places_tsv[] = {
#embed "Lexicon/places.tsv"
};
static const uint8_t ranks_tsv[] = {
#embed "Lexicon/ranks.tsv"
};
static const uint8_t regions_tsv[] = {
#embed "Lexicon/regions.tsv"
};
static const uint8_t reporting_verbs_tsv[] = {
#embed "Lexicon/reporting-verbs.tsv"
};
static const uint8_t sentence_words_tsv[] = {
#embed "Lexicon/sentence-words.tsv"
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
static const uint8_t indonesian_tokens[] = {
#embed "Rules/indonesian.tokens"
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
static const uint8_t predicates_rules[] = {
#embed "Rules/predicates.rules"
};
static const uint8_t times_rules[] = {
#embed "Rules/times.rules"
};

static const kenali_file files[] = {
    {"abbreviations.tsv", abbreviations_tsv, sizeof(abbreviations_tsv)},
    {"acronym-senses.tsv", acronym_senses_tsv, sizeof(acronym_senses_tsv)},
    {"acronym-translations.tsv", acronym_translations_tsv, sizeof(acronym_translations_tsv)},
    {"acronyms-state.tsv", acronyms_state_tsv, sizeof(acronyms_state_tsv)},
    {"calendar.tsv", calendar_tsv, sizeof(calendar_tsv)},
    {"common-words.tsv", common_words_tsv, sizeof(common_words_tsv)},
    {"countries.tsv", countries_tsv, sizeof(countries_tsv)},
    {"currencies.tsv", currencies_tsv, sizeof(currencies_tsv)},
    {"definition-words.tsv", definition_words_tsv, sizeof(definition_words_tsv)},
    {"degrees.tsv", degrees_tsv, sizeof(degrees_tsv)},
    {"districts.tsv", districts_tsv, sizeof(districts_tsv)},
    {"domain-words.tsv", domain_words_tsv, sizeof(domain_words_tsv)},
    {"english-words.tsv", english_words_tsv, sizeof(english_words_tsv)},
    {"everyday-roles.tsv", everyday_roles_tsv, sizeof(everyday_roles_tsv)},
    {"family-names.tsv", family_names_tsv, sizeof(family_names_tsv)},
    {"function-words.tsv", function_words_tsv, sizeof(function_words_tsv)},
    {"given-names.tsv", given_names_tsv, sizeof(given_names_tsv)},
    {"headline-words.tsv", headline_words_tsv, sizeof(headline_words_tsv)},
    {"honorifics.tsv", honorifics_tsv, sizeof(honorifics_tsv)},
    {"institution-words.tsv", institution_words_tsv, sizeof(institution_words_tsv)},
    {"ministries.tsv", ministries_tsv, sizeof(ministries_tsv)},
    {"name-ends.tsv", name_ends_tsv, sizeof(name_ends_tsv)},
    {"name-syllables.tsv", name_syllables_tsv, sizeof(name_syllables_tsv)},
    {"named-heads.tsv", named_heads_tsv, sizeof(named_heads_tsv)},
    {"not-entities.tsv", not_entities_tsv, sizeof(not_entities_tsv)},
    {"office-states.tsv", office_states_tsv, sizeof(office_states_tsv)},
    {"offices.tsv", offices_tsv, sizeof(offices_tsv)},
    {"organization-heads.tsv", organization_heads_tsv, sizeof(organization_heads_tsv)},
    {"organizations.tsv", organizations_tsv, sizeof(organizations_tsv)},
    {"offices-held.tsv", offices_held_tsv, sizeof(offices_held_tsv)},
    {"public-offices.tsv", public_offices_tsv, sizeof(public_offices_tsv)},
    {"persons-lower.tsv", persons_lower_tsv, sizeof(persons_lower_tsv)},
    {"persons.tsv", persons_tsv, sizeof(persons_tsv)},
    {"place-heads.tsv", place_heads_tsv, sizeof(place_heads_tsv)},
    {"places.tsv", places_tsv, sizeof(places_tsv)},
    {"ranks.tsv", ranks_tsv, sizeof(ranks_tsv)},
    {"regions.tsv", regions_tsv, sizeof(regions_tsv)},
    {"reporting-verbs.tsv", reporting_verbs_tsv, sizeof(reporting_verbs_tsv)},
    {"sentence-words.tsv", sentence_words_tsv, sizeof(sentence_words_tsv)},
    {"acronyms-society.tsv", acronyms_society_tsv, sizeof(acronyms_society_tsv)},
    {"acronyms.rules", acronyms_rules, sizeof(acronyms_rules)},
    {"dates.rules", dates_rules, sizeof(dates_rules)},
    {"indonesian.tokens", indonesian_tokens, sizeof(indonesian_tokens)},
    {"locations.rules", locations_rules, sizeof(locations_rules)},
    {"ministries.rules", ministries_rules, sizeof(ministries_rules)},
    {"organizations.rules", organizations_rules, sizeof(organizations_rules)},
    {"persons.rules", persons_rules, sizeof(persons_rules)},
    {"predicates.rules", predicates_rules, sizeof(predicates_rules)},
    {"times.rules", times_rules, sizeof(times_rules)},
};

size_t kenali_file_count(void) { return sizeof(files) / sizeof(files[0]); }

kenali_file kenali_file_at(size_t index) { return files[index]; }
