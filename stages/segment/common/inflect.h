/* inflect - a dictionary of hunspell, read without it: stems and the endings
 * that they take.  hunspell looks at everything that a language may need, word
 * for word; what French needs is found in a twentieth of the time.
 *
 * It says of a word what hunspell does, or that hunspell is to be asked. */
#ifndef INFLECT_H
#define INFLECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/image.h"
#include "lib/base/mem.h"
#include "lib/table/intern.h"

/* Bytes of one of the files, or NULL. */
struct text {
	const char *s;
	size_t len;
};

/* A line of the .dic file: a stem, its flags, two letters each, and what it
 * is, all as places there. */
struct stem {
	uint32_t word;
	uint32_t flags;
	uint32_t is;
	uint32_t next; /* of the same word, and 1; 0 is none */
	uint16_t n_word;
	uint16_t n_flags;
	uint16_t n_is;
	bool hidden; /* CNRS as Cnrs */
};

/* Where the stems of a word are found by its hash. */
struct stem_slot {
	uint32_t hash;  /* some bits of it */
	uint32_t first; /* of them, and 1; 0 is free */
};

/* An ending, or a beginning, as the .aff file has it. */
struct affix {
	const char *flag; /* two letters */
	struct text strip;
	struct text add;
	struct text more; /* flags of what it makes */
	struct text when; /* a condition */
	struct text is;
	bool crossed; /* it goes with one at the other end */
	size_t was;   /* which of those that its ending takes away */
};

enum {
	INFLECT_STRIPS = 256,
	INFLECT_ENDS = 64 /* bytes of an ending and 1 */
};

/* Endings that are the same as written: in the order of hunspell, from the end
 * to the beginning. */
struct ending {
	struct affix *affix;
	size_t n;
	size_t cap;
	struct text *strip; /* what they take away, each once */
	size_t n_strip;
	size_t cap_strip;
};

struct inflect {
	struct image image; /* where the stems stand, or none */
	struct buf aff;     /* the files */
	struct buf dic;     /* and behind it the words of hidden stems */
	/* a bit of each word, by inflect_hash(): most that are looked for are
	 * not there */
	uint64_t *filter;
	struct stem_slot *slot;
	unsigned slots; /* bits of their number */
	size_t n_word;
	struct stem *stem;
	size_t n_stem;
	size_t cap_stem;
	struct intern adds;
	struct ending *ending; /* by number in adds */
	size_t cap_ending;
	size_t longest; /* bytes of them at most */
	/* a bit of each of them and of each end of theirs, by their hash from
	 * the last byte on: where an end of a word is none of these, no longer
	 * one is */
	uint64_t ends[(1 << 16) / 64];
	struct affix *prefix;
	size_t n_prefix;
	size_t cap_prefix;
	size_t n_bare;          /* the first of them, which add nothing */
	size_t begins[256 + 1]; /* from where on others begin with a byte */
	const char *need;       /* a flag: no word by itself; NULL is none */
	const char *bad;        /* a word that is wrong */
	bool utf8;              /* it says that it is in UTF-8 */
	bool long_flags;        /* and that flags have two letters */
	bool whole;             /* an affix may be all of a word */
	bool curly;             /* it writes apostrophes as ’ */
	bool breaks;            /* it says where words are parted */
	bool breaks_head;       /* and that some are behind their first sign */
	struct buf tmp;
	struct buf by_ending;
};

/* Takes the files over, with a NUL behind; false if there is something in them
 * that it does not know, and hunspell is to be asked for all. */
bool inflect_open(struct inflect *x, struct buf aff, struct buf dic);

/* The stems of both files as they were read, in a file beside the program. */
#define INFLECT_IMAGE "stems.image"
/* 0 where they are no plain files. */
uint64_t inflect_image_key(const char *aff, const char *dic);
/* inflect_open() without the .dic file; false, and aff stays the caller's,
 * where there is none. */
bool inflect_open_image(struct inflect *x, struct buf aff, uint64_t key);
void inflect_image_write(const struct inflect *x, uint64_t key, struct out *to);
void inflect_close(struct inflect *x);
/* What it has a word for, into an empty buffer: lines of fields as hunspell's;
 * false if hunspell is to be asked. */
bool inflect_find(
    struct inflect *x, struct buf *to, const char *word, size_t len);

/* ---- inside ---- */

bool inflect_image_read(struct inflect *x, uint64_t key);
/* Reads the stems, behind a first line that has their number; false as
 * inflect_open(). */
bool inflect_stems(struct inflect *x);
/* A letter of French, a figure, a sign; of others hunspell has notions of its
 * own, and of blanks and apostrophes that are no straight ones. */
bool inflect_plain(int32_t cp);
/* Of bytes behind others. */
enum {
	INFLECT_FILTER = 21, /* bits of the number of a bit */
	INFLECT_HASH = 0x2545F491
};
static inline uint64_t
inflect_hash(uint64_t h, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x9E3779B97F4A7C15);
	return h;
}
static inline uint64_t *
inflect_bit(const struct inflect *x, uint64_t h, uint64_t *bit)
{
	h >>= 64 - INFLECT_FILTER;
	*bit = UINT64_C(1) << h % 64;
	return &x->filter[h / 64];
}

static inline uint64_t *
inflect_end(struct inflect *x, uint64_t h, uint64_t *bit)
{
	h >>= 64 - 16;
	*bit = UINT64_C(1) << h % 64;
	return &x->ends[h / 64];
}

/* The slot of a word that is a head and a tail, by its hash: a free one if it
 * is not there. */
static inline struct stem_slot *
inflect_slot(const struct inflect *x, uint64_t h, const struct text *head,
    const struct text *tail)
{
	size_t mask = ((size_t)1 << x->slots) - 1;

	for (size_t i = h >> (64 - x->slots);; i = (i + 1) & mask) {
		struct stem_slot *e = &x->slot[i];
		const struct stem *stem;
		const char *s;

		if (e->first == 0)
			return e;
		if (e->hash != (uint32_t)(h >> 11))
			continue;
		stem = &x->stem[e->first - 1];
		s = x->dic.s + stem->word;
		if (stem->n_word == head->len + tail->len &&
		    memcmp(s, head->s, head->len) == 0 &&
		    memcmp(s + head->len, tail->s, tail->len) == 0)
			return e;
	}
}

static inline struct text
inflect_flags(const struct inflect *x, const struct stem *stem)
{
	return (struct text){x->dic.s + stem->flags, stem->n_flags};
}

/* Is a flag among others? */
static inline bool
inflect_has(const struct text *flags, const char *flag)
{
	for (size_t i = 0; i + 1 < flags->len; i += 2)
		if (flags->s[i] == flag[0] && flags->s[i + 1] == flag[1])
			return true;
	return false;
}

/* Is a condition written as one: [ and ] in pairs, around something? */
bool inflect_is_condition(const struct text *when);
/* Is the end of a word as a condition wants it? */
bool inflect_meets(const struct text *when, const char *s, size_t len);
/* Is a condition none? */
static inline bool
inflect_any(const struct text *when)
{
	return when->len == 1 && *when->s == '.';
}

/* What hunspell does with figures that stand alone or before other things. */
enum inflect_figures {
	FIGURES_NONE,
	FIGURES_LAST, /* it looks at the last one */
	FIGURES_FAR,  /* too many behind a sign: nothing */
	FIGURES_ASK
};
enum inflect_figures inflect_figures(const char *s, size_t len);
/* What hunspell goes by: capitals. */
enum inflect_case {
	CASE_SMALL,
	CASE_HEAD,
	CASE_ALL,
	CASE_MIXED
};
enum inflect_case inflect_case(const char *s, size_t len);
/* Appends a word in small letters, the first one a capital if it is to be. */
void inflect_small(struct buf *to, const char *s, size_t len, bool head);

#endif
