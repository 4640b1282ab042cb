// The data files of KenaliText, inside the binary: nothing is to be found or downloaded at run time.

#ifndef KENALI_DATA_H
#define KENALI_DATA_H

#include <stddef.h>
#include <stdint.h>

/// A file of this target's folder, as it stands there.
typedef struct {
    /// Its name without folder: "given-names.tsv".
    const char *_Nonnull name;
    const uint8_t *_Nonnull bytes;
    size_t count;
} kenali_file;

/// The number of files.
size_t kenali_file_count(void);

/// A file by its place.
kenali_file kenali_file_at(size_t index);

#endif
