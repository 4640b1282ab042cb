// ICU's word iterator for Indonesian as a C program would use it: what Kenali is measured against.
//
// ICU's own headers stay in the C file: Foundation brings a second copy of them, and a Swift file that sees both does not
// compile.

#ifndef RAW_ICU_H
#define RAW_ICU_H

#include <stdint.h>

/// An open iterator and a buffer for UTF-16.
typedef struct raw_icu raw_icu;

/// Null when ICU has no word rules or memory is short.
raw_icu *_Nullable raw_icu_open(void);
void raw_icu_close(raw_icu *_Nullable icu);

/// Converts a text to UTF-16, into a buffer of its own. The number of units, or -1.
int32_t raw_icu_convert(raw_icu *_Nonnull icu, const char *_Nullable text, int32_t length);
/// The text that was converted last.
const uint16_t *_Nullable raw_icu_units(const raw_icu *_Nonnull icu);

// Each walks over all segments, asks for the class of each, and returns their number; -1 when ICU fails.

/// Over UTF-16.
int64_t raw_icu_utf16(raw_icu *_Nonnull icu, const uint16_t *_Nullable units, int32_t length);
/// Over UTF-8, through ICU's UText.
int64_t raw_icu_utext(raw_icu *_Nonnull icu, const char *_Nullable text, int32_t length);

/// The sum of the classes met, so that no compiler leaves out asking for them.
int64_t raw_icu_classes(const raw_icu *_Nonnull icu);

/// The linked ICU's major version.
int32_t raw_icu_version(void);

/// The CPU time of this thread in seconds.
double thread_seconds(void);

#endif
