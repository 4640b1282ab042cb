// ICU for Swift: `static inline` functions without the version suffix that ICU's symbols carry (`ubrk_open_72`).
//
// ICU's own headers stay out of this module: Foundation brings a second copy of them, of another version, and a
// Swift file that sees both does not compile. Only `uvernum.h` is read, which holds macros and no types; the few
// functions that Kenali calls are declared here with opaque handles. Their C interface is stable by ICU's promise
// (all are @stable since ICU 3.4 or earlier).

#ifndef CICU_SHIM_H
#define CICU_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unicode/uvernum.h>

#define CICU_ENTRY(function) U_ICU_ENTRY_POINT_RENAME(function)

/// A break iterator (`UBreakIterator`).
typedef struct cicu_iterator cicu_iterator;
/// A text that ICU reads in place (`UText`).
typedef struct cicu_text cicu_text;

// UErrorCode is an enum of int size; values above 0 are failures.
extern cicu_iterator *_Nullable CICU_ENTRY(ubrk_open)(int32_t type, const char *_Nonnull locale,
                                                      const uint16_t *_Nullable text, int32_t length,
                                                      int32_t *_Nonnull status);
extern void CICU_ENTRY(ubrk_close)(cicu_iterator *_Nullable iterator);
extern cicu_iterator *_Nullable CICU_ENTRY(ubrk_clone)(const cicu_iterator *_Nonnull iterator,
                                                       int32_t *_Nonnull status);
extern void CICU_ENTRY(ubrk_setUText)(cicu_iterator *_Nonnull iterator, cicu_text *_Nonnull text,
                                      int32_t *_Nonnull status);
extern int32_t CICU_ENTRY(ubrk_first)(cicu_iterator *_Nonnull iterator);
extern int32_t CICU_ENTRY(ubrk_next)(cicu_iterator *_Nonnull iterator);
extern int32_t CICU_ENTRY(ubrk_getRuleStatus)(cicu_iterator *_Nonnull iterator);
extern cicu_text *_Nullable CICU_ENTRY(utext_openUTF8)(cicu_text *_Nullable reused, const char *_Nonnull bytes,
                                                       int64_t length, int32_t *_Nonnull status);
extern cicu_text *_Nullable CICU_ENTRY(utext_close)(cicu_text *_Nullable text);

/// The kinds of break iterators that Kenali asks for (`UBreakIteratorType`).
enum { cicu_word = 1, cicu_sentence = 3 };

/// What an iterator answers at the end of its text (`UBRK_DONE`).
enum { cicu_done = -1 };

/// The major version of the ICU that this was compiled for.
static inline int32_t cicu_major_version(void) { return U_ICU_VERSION_MAJOR_NUM; }

/// Opens an iterator without a text. Null when ICU has no such data; costs microseconds, so open once and clone.
static inline cicu_iterator *_Nullable cicu_open(int32_t type, const char *_Nonnull locale) {
    int32_t status = 0;
    cicu_iterator *iterator = CICU_ENTRY(ubrk_open)(type, locale, NULL, 0, &status);
    if (status > 0) {
        CICU_ENTRY(ubrk_close)(iterator);
        return NULL;
    }
    return iterator;
}

/// Clones an iterator for use beside the original. Null when memory is short.
static inline cicu_iterator *_Nullable cicu_clone(const cicu_iterator *_Nonnull iterator) {
    int32_t status = 0;
    cicu_iterator *clone = CICU_ENTRY(ubrk_clone)(iterator, &status);
    return status > 0 ? NULL : clone;
}

static inline void cicu_close(cicu_iterator *_Nullable iterator) { CICU_ENTRY(ubrk_close)(iterator); }

/// Lets `reused` (or a new one, when it is null) read UTF-8 bytes in place. Ill-formed bytes read as U+FFFD.
static inline cicu_text *_Nullable cicu_text_open(cicu_text *_Nullable reused, const char *_Nonnull bytes,
                                                  int64_t length) {
    int32_t status = 0;
    cicu_text *text = CICU_ENTRY(utext_openUTF8)(reused, bytes, length, &status);
    return status > 0 ? NULL : text;
}

static inline void cicu_text_close(cicu_text *_Nullable text) {
    if (text) CICU_ENTRY(utext_close)(text);
}

/// Sets the text that an iterator walks over, at its start. False when ICU refuses it.
static inline bool cicu_set_text(cicu_iterator *_Nonnull iterator, cicu_text *_Nonnull text) {
    int32_t status = 0;
    CICU_ENTRY(ubrk_setUText)(iterator, text, &status);
    return status <= 0;
}

/// The first boundary.
static inline int32_t cicu_first(cicu_iterator *_Nonnull iterator) { return CICU_ENTRY(ubrk_first)(iterator); }

/// The next boundary as an offset in the text's own units (bytes of UTF-8), or `cicu_done`.
static inline int32_t cicu_next(cicu_iterator *_Nonnull iterator) { return CICU_ENTRY(ubrk_next)(iterator); }

/// The class of the segment before the boundary last returned (`UWordBreak`).
static inline int32_t cicu_status(cicu_iterator *_Nonnull iterator) {
    return CICU_ENTRY(ubrk_getRuleStatus)(iterator);
}

#endif
