// 64 bytes at a step: which of them are letters, digits, ... as one bit each.
//
// The vector twin of `ByteBlock`'s scalar code in KenaliText, which a test compares with it. Written in the compiler's
// portable vector types, so that one source serves x86-64 and arm64.

#ifndef BYTE_BLOCK_H
#define BYTE_BLOCK_H

#include <stdint.h>

enum {
    /// How many characters can be joiners.
    kenali_joiner_places = 6,
    /// How many ASCII characters can be hard.
    kenali_hard_places = 4,
};

/// The characters that are told apart by comparing.
typedef struct kenali_characters kenali_characters;

/// What each of 64 bytes of a text is: bit i of a mask speaks of byte i.
typedef struct {
    /// Bytes beyond ASCII and the characters called hard.
    uint64_t hard;
    uint64_t upper;
    uint64_t lower;
    uint64_t digits;
    uint64_t spaces;
    uint64_t joiners;
} kenali_block;

typedef void (*kenali_classifier)(const uint8_t *_Nonnull bytes, const kenali_characters *_Nonnull characters,
                                  kenali_block *_Nonnull block);

/// The fastest way to classify 64 bytes on this machine.
kenali_classifier _Nonnull kenali_best_classifier(void);

/// Makes the characters ready to be compared with: at most `kenali_joiner_places` joiners and `kenali_hard_places` hard
/// ones. Null when memory is short.
kenali_characters *_Nullable kenali_characters_make(const uint8_t *_Nullable joiners, int joiner_count,
                                                    const uint8_t *_Nullable hard, int hard_count);
void kenali_characters_free(kenali_characters *_Nullable characters);

#endif
