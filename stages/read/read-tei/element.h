/* tei_element - what each element of TEI is to read-tei. */
#ifndef ELEMENT_H
#define ELEMENT_H

enum role {
	INLINE,    /* part of the running text, like all that is unknown */
	DIV,       /* holds others; text straight in it has no place */
	TEI_BLOCK, /* a paragraph */
	RUN,       /* one, unless it stands in one */
	MARK,      /* not the speaker's words */
	ASIDE,     /* one of these that waits for the end of a paragraph */
	TURN,
	SPEAKER,
	TEI_SPACE, /* parts words: the break of a line, of a page */
	CHOICE,    /* two readings of one place */
	OTHER,     /* the one that is left out */
	LEFT,      /* left out anywhere */
	SENTENCE,
	TEI_WORD,
};

struct tei_element {
	const char *name;
	enum role role;
	const char *type; /* of its paragraphs, or NULL */
};

/* Never NULL; unknown names are INLINE. */
const struct tei_element *tei_element(const char *name);

#endif
