// For the clock, which strict C hides.
#define _GNU_SOURCE

#include "raw_icu.h"

#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

struct raw_icu {
    UBreakIterator *iterator;
    UText *text;
    UChar *units;
    int32_t capacity;
    int64_t classes;
};

raw_icu *raw_icu_open(void) {
    raw_icu *icu = calloc(1, sizeof *icu);
    UErrorCode status = U_ZERO_ERROR;
    if (icu) icu->iterator = ubrk_open(UBRK_WORD, "id", NULL, 0, &status);
    if (icu && U_SUCCESS(status)) return icu;
    raw_icu_close(icu);
    return NULL;
}

void raw_icu_close(raw_icu *icu) {
    if (!icu) return;
    if (icu->iterator) ubrk_close(icu->iterator);
    if (icu->text) utext_close(icu->text);
    free(icu->units);
    free(icu);
}

int32_t raw_icu_convert(raw_icu *icu, const char *text, int32_t length) {
    // A byte never makes more than one unit.
    if (length > icu->capacity) {
        UChar *units = realloc(icu->units, sizeof *units * (size_t)length);
        if (!units) return -1;
        icu->units = units;
        icu->capacity = length;
    }
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    u_strFromUTF8(icu->units, icu->capacity, &count, text, length, &status);
    return U_SUCCESS(status) ? count : -1;
}

const uint16_t *raw_icu_units(const raw_icu *icu) { return icu->units; }

static int64_t walk(raw_icu *icu) {
    UBreakIterator *iterator = icu->iterator;
    int64_t segments = 0;
    int64_t classes = 0;
    ubrk_first(iterator);
    while (ubrk_next(iterator) != UBRK_DONE) {
        segments++;
        classes += ubrk_getRuleStatus(iterator);
    }
    icu->classes += classes;
    return segments;
}

int64_t raw_icu_utf16(raw_icu *icu, const uint16_t *units, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(icu->iterator, units, length, &status);
    return U_SUCCESS(status) ? walk(icu) : -1;
}

int64_t raw_icu_utext(raw_icu *icu, const char *text, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    icu->text = utext_openUTF8(icu->text, text, length, &status);
    ubrk_setUText(icu->iterator, icu->text, &status);
    return U_SUCCESS(status) ? walk(icu) : -1;
}

int64_t raw_icu_classes(const raw_icu *icu) { return icu->classes; }

int32_t raw_icu_version(void) { return U_ICU_VERSION_MAJOR_NUM; }

double thread_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}
