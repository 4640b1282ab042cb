// The files that `KenaliText` reads: one block and one row for each. All other tables go into the image of `KenaliImage`.

#include "KenaliData.h"

static const uint8_t abbreviations_tsv[] = {
#embed "Lexicon/abbreviations.tsv"
};
static const uint8_t indonesian_tokens[] = {
#embed "Rules/indonesian.tokens"
};
static const uint8_t saying_verbs_tsv[] = {
#embed "Lexicon/saying-verbs.tsv"
};
static const uint8_t sentence_words_tsv[] = {
#embed "Lexicon/sentence-words.tsv"
};

static const kenali_file files[] = {
    {"abbreviations.tsv", abbreviations_tsv, sizeof(abbreviations_tsv)},
    {"indonesian.tokens", indonesian_tokens, sizeof(indonesian_tokens)},
    {"saying-verbs.tsv", saying_verbs_tsv, sizeof(saying_verbs_tsv)},
    {"sentence-words.tsv", sentence_words_tsv, sizeof(sentence_words_tsv)},
};

size_t kenali_file_count(void) { return sizeof(files) / sizeof(files[0]); }

kenali_file kenali_file_at(size_t index) { return files[index]; }
