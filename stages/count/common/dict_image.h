/* dict_image - a dictionary as it was read (dict.h), in a file: to read that
 * again takes a tenth of the time, which is most of that of a short text.
 *
 * `make all` makes one of the bundled dictionary.  It is used for what it was
 * made of alone: the same bytes of the table and of the rules that cut and stem
 * its entries, by the same layout.  Where there is none all is as it was. */
#ifndef DICT_IMAGE_H
#define DICT_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "dict.h"
#include "lib/base/out.h"

#define DICT_IMAGE "themes.image" /* beside the program (data_beside()) */

/* A number for the bytes of the table and of the rules, in a folder or the
 * bundled ones; 0 where they are no plain files, or the options others than
 * those that it is made with. */
uint64_t dict_image_key(const struct dict_opts *o, const char *rules);
/* The dictionary from the bundled image; false where there is none for key. */
bool dict_image_read(struct dict *d, const struct dict_opts *o, uint64_t key);
void dict_image_write(const struct dict *d, uint64_t key, struct out *to);

#endif
