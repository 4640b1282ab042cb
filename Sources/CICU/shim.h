// ICU for Swift: `static inline` functions without the version suffix that ICU's symbols carry (`ubrk_open_72`).
//
// ICU's own headers stay out of this module: Foundation brings a second copy of them, of another version, and a
// Swift file that sees both does not compile. Only `uvernum.h` is read, which holds macros and no types; the few
// functions that Kenali calls are declared here with opaque handles. Their C interface is stable by ICU's promise
// (all are @stable since ICU 59 or earlier).

#ifndef CICU_SHIM_H
#define CICU_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// KENALI_HIDES_ICU is for the test that reads this message.
#if __has_include(<unicode/uvernum.h>) && !defined(KENALI_HIDES_ICU)
#include <unicode/uvernum.h>
#else
#error Kenali needs the development files of ICU. Debian, Ubuntu: apt-get install libicu-dev. Fedora: dnf install libicu-devel. macOS: brew install icu4c
// What follows shall add no errors of its own.
#define U_ICU_ENTRY_POINT_RENAME(function) function
#define U_ICU_VERSION_MAJOR_NUM 0
#endif

#define CICU_ENTRY(function) U_ICU_ENTRY_POINT_RENAME(function)

/// A break iterator (`UBreakIterator`).
typedef struct cicu_iterator cicu_iterator;

// UErrorCode is an enum of int size; values above 0 are failures.
extern cicu_iterator *_Nullable CICU_ENTRY(ubrk_open)(int32_t type, const char *_Nonnull locale,
                                                      const uint16_t *_Nullable text, int32_t length,
                                                      int32_t *_Nonnull status);
extern void CICU_ENTRY(ubrk_close)(cicu_iterator *_Nullable iterator);
extern cicu_iterator *_Nullable CICU_ENTRY(ubrk_clone)(const cicu_iterator *_Nonnull iterator,
                                                       int32_t *_Nonnull status);
extern void CICU_ENTRY(ubrk_setText)(cicu_iterator *_Nonnull iterator, const uint16_t *_Nonnull text, int32_t length,
                                     int32_t *_Nonnull status);
extern int32_t CICU_ENTRY(ubrk_first)(cicu_iterator *_Nonnull iterator);
extern int32_t CICU_ENTRY(ubrk_next)(cicu_iterator *_Nonnull iterator);
extern int32_t CICU_ENTRY(ubrk_getRuleStatus)(cicu_iterator *_Nonnull iterator);
extern int32_t CICU_ENTRY(ubrk_getBinaryRules)(cicu_iterator *_Nonnull iterator, uint8_t *_Nullable rules,
                                               int32_t capacity, int32_t *_Nonnull status);
extern int8_t CICU_ENTRY(u_charType)(int32_t scalar);
extern const char *_Nullable const *_Nonnull CICU_ENTRY(uloc_getISOCountries)(void);
extern int32_t CICU_ENTRY(uloc_getDisplayCountry)(const char *_Nonnull locale, const char *_Nonnull displayLocale,
                                                  uint16_t *_Nullable country, int32_t capacity,
                                                  int32_t *_Nonnull status);

/// The kinds of break iterators that Kenali asks for (`UBreakIteratorType`).
enum { cicu_word = 1, cicu_sentence = 3 };

/// What an iterator answers at the end of its text (`UBRK_DONE`).
enum { cicu_done = -1 };

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

/// Sets the text that an iterator walks over, in UTF-16, at its start. False when ICU refuses it. The text must stay
/// where it is until another is set or the iterator is closed.
static inline bool cicu_set_text(cicu_iterator *_Nonnull iterator, const uint16_t *_Nonnull text, int32_t length) {
    int32_t status = 0;
    CICU_ENTRY(ubrk_setText)(iterator, text, length, &status);
    return status <= 0;
}

/// The first boundary.
static inline int32_t cicu_first(cicu_iterator *_Nonnull iterator) { return CICU_ENTRY(ubrk_first)(iterator); }

/// The next boundary as an offset in units of UTF-16, or `cicu_done`.
static inline int32_t cicu_next(cicu_iterator *_Nonnull iterator) { return CICU_ENTRY(ubrk_next)(iterator); }

/// The class of the segment before the boundary last returned (`UWordBreak`).
static inline int32_t cicu_status(cicu_iterator *_Nonnull iterator) {
    return CICU_ENTRY(ubrk_getRuleStatus)(iterator);
}

/// Copies an iterator's compiled rules (`RBBIDataHeader`), as much as there is room for. Returns their length in bytes,
/// 0 when there are none.
static inline int32_t cicu_binary_rules(cicu_iterator *_Nonnull iterator, uint8_t *_Nullable rules, int32_t capacity) {
    int32_t status = 0;
    int32_t length = CICU_ENTRY(ubrk_getBinaryRules)(iterator, rules, capacity, &status);
    // Too little room is no failure (U_BUFFER_OVERFLOW_ERROR).
    return status > 0 && status != 15 ? 0 : length;
}

/// The general category of a character (`UCharCategory`).
static inline int8_t cicu_general_category(uint32_t scalar) {
    return CICU_ENTRY(u_charType)((int32_t)scalar);
}

/// The ISO 3166 codes of all countries; null behind the last.
static inline const char *_Nullable const *_Nonnull cicu_countries(void) { return CICU_ENTRY(uloc_getISOCountries)(); }

/// The name of the country of a locale ("und_ID") in the language of another, in UTF-16. Answers its length, 0 when ICU
/// has none.
static inline int32_t cicu_country_name(const char *_Nonnull locale, const char *_Nonnull language,
                                        uint16_t *_Nonnull name, int32_t capacity) {
    int32_t status = 0;
    int32_t length = CICU_ENTRY(uloc_getDisplayCountry)(locale, language, name, capacity, &status);
    return status > 0 ? 0 : length;
}

#endif
