/* input - what a program is given in one run: words of the command line and
 * files, of which "-" is standard input.  As bytes, one record behind another:
 *
 *	a LENGTH\n WORD \n
 *	f LENGTH LENGTH\n NAME CONTENT \n
 *
 * What breaks the form is read as far as it goes, so every run of bytes is an
 * input. */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	MOST_WORDS = 40,
	MOST_FILES = 40
};

struct bytes {
	char *s; /* owned, a NUL behind */
	size_t len;
};

struct given {
	struct bytes word[MOST_WORDS];
	size_t n_words;
	struct bytes name[MOST_FILES];
	struct bytes file[MOST_FILES];
	size_t n_files;
};

void bytes_set(struct bytes *b, const void *s, size_t len);
/* The n bytes from `at` on become the len bytes of s, which is not in b. */
void bytes_splice(
    struct bytes *b, size_t at, size_t n, const void *s, size_t len);
void given_read(struct given *g, const uint8_t *data, size_t size);
void given_drop_word(struct given *g, size_t i);
void given_free(struct given *g);
/* Files are cut where they do not fit; the bytes written. */
size_t given_write(const struct given *g, uint8_t *to, size_t room);

#endif
