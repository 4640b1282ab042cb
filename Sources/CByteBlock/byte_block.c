#include "byte_block.h"

#include <stdlib.h>
#include <string.h>

// Vectors wider than the baseline's registers are passed only between functions that are always inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint8_t bytes64 __attribute__((vector_size(64)));
typedef int8_t lanes64 __attribute__((vector_size(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));

/// Each character repeated over a vector.
struct kenali_characters {
    uint8_t joiners[kenali_joiner_places][64];
    uint8_t hard[kenali_hard_places][64];
};

/// One bit of each lane, which is all ones or all zeros.
static inline __attribute__((always_inline)) uint64_t mask(lanes64 lanes) {
    return __builtin_bit_cast(uint64_t, __builtin_convertvector(lanes, bits64));
}

static inline __attribute__((always_inline)) bytes64 load(const uint8_t *bytes) {
    bytes64 vector;
    memcpy(&vector, bytes, sizeof vector);
    return vector;
}

/// The classification itself; compiled once for each instruction set below.
static inline __attribute__((always_inline)) void classify(const uint8_t *bytes, const kenali_characters *characters,
                                                           kenali_block *block) {
    bytes64 text = load(bytes);
    lanes64 joiners = {0};
    for (int place = 0; place < kenali_joiner_places; place++) {
        joiners |= (lanes64)(text == load(characters->joiners[place]));
    }
    lanes64 hard = (lanes64)text < 0;
    for (int place = 0; place < kenali_hard_places; place++) {
        hard |= (lanes64)(text == load(characters->hard[place]));
    }
    block->hard = mask(hard);
    block->upper = mask((lanes64)(text - 'A' < 26));
    block->lower = mask((lanes64)(text - 'a' < 26));
    block->digits = mask((lanes64)(text - '0' < 10));
    block->spaces = mask((lanes64)(text == ' '));
    block->joiners = mask(joiners);
}

static void classify_baseline(const uint8_t *bytes, const kenali_characters *characters, kenali_block *block) {
    classify(bytes, characters, block);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void classify_avx2(const uint8_t *bytes, const kenali_characters *characters,
                                                          kenali_block *block) {
    classify(bytes, characters, block);
}
#endif

kenali_classifier kenali_best_classifier(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2")) return classify_avx2;
#endif
    return classify_baseline;
}

kenali_characters *kenali_characters_make(const uint8_t *joiners, int joiner_count, const uint8_t *hard, int hard_count) {
    if (joiner_count > kenali_joiner_places || hard_count > kenali_hard_places) return NULL;
    kenali_characters *characters = aligned_alloc(64, sizeof *characters);
    if (!characters) return NULL;
    // A place that is left over repeats the last character, or waits for a byte that is hard anyway.
    for (int place = 0; place < kenali_joiner_places; place++) {
        int last = place < joiner_count ? place : joiner_count - 1;
        memset(characters->joiners[place], last < 0 ? 0xFF : joiners[last], 64);
    }
    for (int place = 0; place < kenali_hard_places; place++) {
        int last = place < hard_count ? place : hard_count - 1;
        memset(characters->hard[place], last < 0 ? 0xFF : hard[last], 64);
    }
    return characters;
}

void kenali_characters_free(kenali_characters *characters) { free(characters); }
