/* feature - what the tag of a word is told from: atoms, each a number that
 * stands for one property of a word, and templates, which say of which atoms of
 * which words around a feature is made. */
#ifndef FEATURE_H
#define FEATURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum atom {
	/* what templates of several words have stands together */
	ATOM_FORM,
	ATOM_CLASS, /* what a dictionary has it for; 0 without one */
	ATOM_SHAPE, /* capitals, figures, hyphens */
	ATOM_UPPER, /* does it begin with a capital? */
	ATOM_END3,  /* its last three letters */
	ATOM_END1,
	ATOM_END2,
	ATOM_END4,
	ATOM_END5,
	ATOM_END6,
	ATOM_WORD,  /* as it is written */
	ATOM_SMALL, /* what a dictionary has its form for in small letters */
	ATOM_HEAD1, /* its first letter, its first two ... */
	ATOM_HEAD2,
	ATOM_HEAD3,
	ATOM_HEAD4,
	ATOMS,
	ATOM_FIRST = ATOMS, /* of the place: does a sentence begin there? */
	ATOM_ENDS = 6,
	ATOM_HEADS = 4
};

/* All atoms of a word; 0 is one that it has not. */
struct atoms {
	uint64_t a[ATOMS];
};

/* A word as it is written, with straight apostrophes, and its counting form. */
struct spelt {
	const char *word;
	size_t n_word;
	const char *form;
	size_t n_form;
};

/* class and small: what a dictionary says of the word and of its form, a
 * number, or both NULL. */
struct atoms_of {
	const struct spelt *spelt;
	const unsigned *class;
	const unsigned *small;
};
struct atoms atoms_make(const struct atoms_of *w);
/* Of no word: before the first, behind the last. */
struct atoms atoms_none(bool behind, bool dictionary);

/* Words around one, which is in the middle. */
enum {
	AROUND = 2,
	WINDOW = 2 * AROUND + 1,
	PARTS = 3
};
struct window {
	const struct atoms *at[WINDOW];
	uint64_t first; /* ATOM_FIRST of the one in the middle */
};
/* ATOM_FIRST of a place: a sentence begins there, or behind a sign that is not
 * a word. */
uint64_t atom_first(bool first);
/* Of what it is made: of one word, and of where a sentence begins; of nothing
 * but the kinds of several words; of other things. */
enum template_of {
	TEMPLATE_ONE,
	TEMPLATE_KINDS,
	TEMPLATE_ANY
};
struct template
{
	uint8_t n;
	uint8_t of;
	struct {
		int16_t at; /* -AROUND to AROUND */
		uint8_t atom;
	} part[PARTS];
};
extern const struct template templates[];
extern const size_t n_templates;

/* Does a dictionary have a part in it? */
bool template_asks(const struct template *t);
/* The key of what the template k makes of a window; 0 where an atom is
 * missing. */
uint64_t template_key(size_t k, const struct window *w);
/* The same of all templates of one kind; how many.  Of one word, with its place
 * in the window, or WINDOW and 1 behind where a sentence begins there or not.
 */
size_t template_kinds(uint64_t *key, const struct window *w);
size_t template_any(uint64_t *key, const struct window *w);
size_t template_one(uint64_t *key, uint8_t *place, const struct atoms *a);

#endif
