// The files that `KenaliText` reads: one block and one row for each. All other tables go into the image of `KenaliImage`.

#include "KenaliData.h"

static const uint8_t abbreviations_tsv[] = {
#embed "Lexicon/abbreviations.tsv"
};
static const uint8_t indonesian_tokens[] = {
#embed "Rules/indonesian.tokens"
};
static const uint8_t reporting_verbs_tsv[] = {
#embed "Lexicon/reporting-verbs.tsv"
};
static const uint8_t sentence_words_tsv[] = {
#embed "Lexicon/sentence-words.tsv"
};

static const kenali_file files[] = {
    {"abbreviations.tsv", abbreviations_tsv, sizeof(abbreviations_tsv)},
    {"indonesian.tokens", indonesian_tokens, sizeof(indonesian_tokens)},
    {"reporting-verbs.tsv", reporting_verbs_tsv, sizeof(reporting_verbs_tsv)},
    {"sentence-words.tsv", sentence_words_tsv, sizeof(sentence_words_tsv)},
};

size_t kenali_file_count(void) { return sizeof(files) / sizeof(files[0]); }

kenali_file kenali_file_at(size_t index) { return files[index]; }
