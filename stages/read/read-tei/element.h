/* tei_element - what each element of TEI is to read-tei. */
#ifndef TEI_ELEMENT_H
#define TEI_ELEMENT_H

enum tei_role {
	TEI_INLINE, /* part of the running text, like all that is unknown */
	TEI_DIV,    /* holds others; text straight in it has no place */
	TEI_BLOCK,  /* a paragraph */
	TEI_RUN,    /* one, unless it stands in one */
	TEI_MARK,   /* not the speaker's words */
	TEI_ASIDE,  /* one of these that waits for the end of a paragraph */
	TEI_TURN,
	TEI_SPEAKER,
	TEI_SPACE,  /* parts words: the break of a line, of a page */
	TEI_CHOICE, /* two readings of one place */
	TEI_OTHER,  /* the one that is left out */
	TEI_LEFT,   /* left out anywhere */
	TEI_SENTENCE,
	TEI_WORD,
};

struct tei_element {
	const char *name;
	enum tei_role role;
	const char *type; /* of its paragraphs, or NULL */
};

/* Never NULL; unknown names are TEI_INLINE. */
const struct tei_element *tei_element(const char *name);

#endif
