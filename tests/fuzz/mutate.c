/* mutate - how libFuzzer makes new inputs of those that it has: the files by
 * change.c or its own mutator in one place of them, the words by options of
 * the program and odd values. */
#include <stdlib.h>
#include <string.h>

#include "change.h"
#include "input.h"
#include "mutate.h"

enum {
	GOOD = 512,
	MOST_GOOD = 16 * 1024 /* bytes of one */
};

static struct bytes good[GOOD];
static size_t n_good;

void
mutate_keep(const uint8_t *data, size_t size)
{
	struct chance c = {size + n_good * 77};

	if (size > MOST_GOOD)
		return;
	bytes_set(
	    &good[n_good < GOOD ? n_good : chance_below(&c, GOOD)], data, size);
	n_good++;
}

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1,
    const uint8_t *data2, size_t size2, uint8_t *to, size_t room,
    unsigned seed);

/* ---- words ---- */

static void
insert_word(struct given *g, size_t at, const char *s, size_t len)
{
	if (g->n_words == MOST_WORDS)
		return;
	for (size_t i = g->n_words++; i > at; i--)
		g->word[i] = g->word[i - 1];
	g->word[at] = (struct bytes){0};
	bytes_set(&g->word[at], s, len);
}

/* A name of the header of some file, or a whole name of a file. */
static void
name_word(struct given *g, struct bytes *w, struct chance *c)
{
	const struct bytes *f = &g->file[chance_below(c, g->n_files)];
	size_t line = 0;
	size_t at;
	size_t len = 0;

	if (g->n_files == 0)
		return;
	if (chance_below(c, 4) == 0) {
		f = &g->name[chance_below(c, g->n_files)];
		bytes_set(w, f->s, f->len);
		return;
	}
	while (line < f->len && f->s[line] != '\n')
		line++;
	at = chance_below(c, line);
	while (at > 0 && strchr("\t ,;", f->s[at - 1]) == NULL)
		at--;
	while (at + len < line && strchr("\t ,;", f->s[at + len]) == NULL)
		len++;
	if (memchr(f->s + at, '\0', len) == NULL)
		bytes_set(w, f->s + at, len);
}

/* A number is small most often: many repetitions take long and tell little. */
static void
number_word(struct bytes *w, struct chance *c)
{
	char s[2] = {(char)('0' + chance_below(c, 10)), '\0'};
	const char *p = chance_below(c, 6) == 0 ? change_number(c) : s;

	bytes_set(w, p, strlen(p));
}

static void
change_word(struct given *g, struct chance *c)
{
	size_t i = chance_below(c, g->n_words);
	struct bytes *w = &g->word[i];
	char letter[3] = {'-', (char)('A' + chance_below(c, 26)), '\0'};
	size_t len;
	const char *s;

	if (g->n_words == 0) {
		insert_word(g, 0, letter, 2);
		return;
	}
	switch (chance_below(c, 9)) {
	case 0:
		given_drop_word(g, i);
		break;
	case 1:
		insert_word(g, i, w->s, w->len);
		break;
	case 2:
		if (chance_below(c, 2) == 0)
			letter[1] = (char)(letter[1] + 'a' - 'A');
		insert_word(g, 0, letter, 2);
		break;
	case 3:
		name_word(g, w, c);
		break;
	case 4:
	case 5:
		if (w->len > 0 && ((*w->s >= '0' && *w->s <= '9')))
			number_word(w, c);
		break;
	case 6:
		s = change_odd(c, &len);
		if (len > 0 && *s != '\0')
			bytes_splice(w, chance_below(c, w->len + 1), 0, s, len);
		break;
	case 7:
		if (*w->s != '-')
			change_file(
			    w, &g->word[chance_below(c, g->n_words)], c);
		break;
	default:
		s = change_odd(c, &len);
		if (*w->s != '-' && (len == 0 || *s != '\0'))
			bytes_set(w, s, len);
	}
}

/* ---- files ---- */

/* libFuzzer's own mutator, which knows what was compared, on a piece. */
static void
mutate_piece(struct bytes *b, struct chance *c)
{
	uint8_t piece[128];
	size_t at = chance_below(c, b->len);
	size_t len = 1 + chance_below(c, 48);
	size_t now;

	if (len > b->len - at)
		len = b->len - at;
	if (len == 0)
		return;
	memcpy(piece, b->s + at, len);
	now = LLVMFuzzerMutate(piece, len, sizeof(piece));
	bytes_splice(b, at, len, piece, now);
}

/* Standard input or a file, small ones as often as large ones. */
static void
change_some_file(struct given *g, struct chance *c)
{
	struct bytes *b = &g->file[chance_below(c, g->n_files)];

	if (g->n_files == 0)
		return;
	if (chance_below(c, 4) == 0)
		mutate_piece(b, c);
	else
		change_file(b, &g->file[chance_below(c, g->n_files)], c);
}

/* The largest file is cut until all fits. */
static void
shrink(struct given *g, size_t room)
{
	for (;;) {
		size_t sum = 0;
		size_t most = 0;
		size_t over;

		for (size_t i = 0; i < g->n_words; i++)
			sum += g->word[i].len + 32;
		for (size_t i = 0; i < g->n_files; i++) {
			sum += g->name[i].len + g->file[i].len + 64;
			if (g->file[i].len > g->file[most].len)
				most = i;
		}
		if (sum <= room || g->n_files == 0 || g->file[most].len == 0)
			return;
		over = sum - room;
		if (over > g->file[most].len)
			over = g->file[most].len;
		g->file[most].len -= over;
		g->file[most].s[g->file[most].len] = '\0';
	}
}

/* ---- for libFuzzer ---- */

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
	static struct given g;
	struct chance c = {seed};
	size_t times = chance_below(&c, 4) > 0 ? 1 : 1 + chance_below(&c, 5);

	if (n_good > 0 && chance_below(&c, 2) == 0) {
		size_t i = chance_below(&c, n_good < GOOD ? n_good : GOOD);

		given_read(&g, (uint8_t *)good[i].s, good[i].len);
	} else
		given_read(&g, data, size);
	for (; times > 0; times--)
		if (chance_below(&c, 12) == 0)
			change_word(&g, &c);
		else
			change_some_file(&g, &c);
	shrink(&g, room);
	size = given_write(&g, data, room);
	given_free(&g);
	return size;
}

/* A file of the one becomes one of the other, or takes lines and cells of it.
 */
static void
mix_files(struct given *a, const struct given *b, struct chance *c)
{
	struct bytes *f = &a->file[chance_below(c, a->n_files)];
	const struct bytes *h = &b->file[chance_below(c, b->n_files)];

	if (chance_below(c, 2) == 0)
		bytes_set(f, h->s, h->len);
	else if (f->len > 0)
		for (size_t n = 1 + chance_below(c, 3); n > 0; n--)
			change_file(f, h, c);
}

/* An option of the other, with its value. */
static void
take_option(struct given *a, const struct given *b, struct chance *c)
{
	size_t i = chance_below(c, b->n_words);

	for (size_t k = 0; k < 2 && i + k < b->n_words; k++)
		insert_word(a, k < a->n_words ? k : a->n_words,
		    b->word[i + k].s, b->word[i + k].len);
}

size_t /* NOLINTNEXTLINE(readability-function-size): libFuzzer's */
LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1,
    const uint8_t *data2, size_t size2, uint8_t *to, size_t room, unsigned seed)
{
	static struct given a;
	static struct given b;
	struct chance c = {seed};
	size_t size;

	given_read(&a, data1, size1);
	given_read(&b, data2, size2);
	if (chance_below(&c, 3) == 0 && b.n_words > 0)
		take_option(&a, &b, &c);
	else if (a.n_files > 0 && b.n_files > 0)
		mix_files(&a, &b, &c);
	shrink(&a, room);
	size = given_write(&a, to, room);
	given_free(&a);
	given_free(&b);
	return size;
}
