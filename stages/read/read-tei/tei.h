/* tei - TEI P5 to speeches: the elements of its texts (read-tei.1). */
#ifndef TEI_H
#define TEI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "element.h"
#include "head.h"
#include "lib/base/mem.h"
#include "person.h"
#include "read/common/attrs.h"
#include "read/common/debates.h"
#include "unit.h"
#include "who.h"
#include "write.h"
#include "xml.h"

/* What was met and is to be told. */
struct tei_counts {
	uint64_t n_stray;    /* paragraphs of text that had no place */
	uint64_t n_left;     /* deleted text, other readings */
	uint64_t n_silent;   /* notes, kinesics without a text */
	uint64_t n_code;     /* notes that are one */
	uint64_t n_cry;      /* interruptions told by attributes alone */
	uint64_t n_stage;    /* paragraphs in brackets */
	uint64_t n_leftover; /* signs of the removed name */
	uint64_t n_empty;    /* turns without text */
	uint64_t n_nested;   /* turns in turns */
	uint64_t n_named;    /* turns named by their text */
	uint64_t cut_para;   /* in other languages */
	uint64_t cut_turn;
	uint64_t n_unknown; /* turns whose speaker no list names */
	uint64_t n_said;    /* annotated words where no tokens are written */
};

/* What holds for the element under way; most of it is handed down. */
struct frame {
	enum role role;
	const char *type; /* of its paragraphs */
	uint32_t subtype;
	bool marked;   /* in a note, stage direction ...: all keeps its type */
	bool other;    /* in a language that is not wanted */
	bool stray;    /* text straight in it has no place */
	bool running;  /* a paragraph: segments in it are no new ones */
	bool name;     /* <speaker> */
	bool aside;    /* its text waits for the end of the paragraph */
	uint64_t seen; /* paragraphs when it began */
};

/* A <w> or <pc> under way. */
struct word {
	size_t depth; /* how many, one in the other */
	size_t at;
	bool mark;
	bool tagged;
	bool own;   /* the outermost has a lemma or part of speech */
	bool glue;  /* the last one joins what follows */
	bool close; /* the last element was one, no text since */
	struct buf lemma;
	struct buf pos;
};

/* Of the paragraph, while something waits for its end. */
struct held {
	bool glue; /* of the word under way */
	bool close;
	bool part; /* what waits parts words */
};

struct tei {
	/* the caller's */
	const char *languages; /* "fr,oc", or NULL for all */
	const char *encoding;
	struct attrs all;
	struct tei_counts c;
	struct write w;
	struct who who;
	struct persons given; /* -d */
	struct unit u;
	/* inside */
	struct xml xml;
	struct head head;
	struct persons persons; /* of the file */
	struct attrs corpus;    /* the header of a teiCorpus */
	size_t depth;           /* of elements outside texts and headers */
	size_t skip;            /* elements being left out */
	size_t head_depth;      /* in a teiHeader */
	bool in_tei;            /* in a <TEI> */
	bool other;             /* language outside the text */
	uint64_t n_text;        /* <text> in the file */
	uint64_t n_include;
	uint64_t n_speech_text; /* those with text */
	uint64_t n_tei;
	bool named; /* the TEI under way has an xml:id */
	struct buf id;
	struct frame *frame;
	size_t n_frame; /* 0: in no text */
	size_t cap;
	size_t turn; /* frame of the turn under way, 0 for none */
	bool sp;
	bool dropped; /* text of another language, in this paragraph */
	bool turn_dropped;
	uint64_t n_para;
	struct tei_paras aside; /* behind the paragraph under way */
	struct tei_paras cry;   /* behind the one aside */
	struct buf speaker;
	bool in_text; /* it stands in the text of the turn */
	struct debates debates;
	struct debates_words words;
	struct word word;
	struct held held;
};

void tei_open(struct tei *t, bool tokens);
void tei_read(struct tei *t, const char *path);
void tei_note(struct tei *t);
void tei_close(struct tei *t);

/* Of tei.c: an element of a text begins, ends; a new frame; its language. */
void open_in_text(struct tei *t, const char *name, const char **attr);
void close_in_text(struct tei *t);
struct frame *tei_push(struct tei *t, enum role role);
void set_language(struct tei *t, struct frame *f, const char **attr);
/* Of text.c: text of the element under way; the paragraph ends, those aside
 * come behind it. */
void tei_text(struct tei *t, const char *s, size_t len);
void text_end(struct tei *t);
/* An interruption that is told by an attribute: a paragraph of its own, behind
 * the one that it stands in, whose sentence goes on; sub: its kind, or NULL. */
void text_cry(struct tei *t, const char *text, const char *sub);
/* Of word.c: a <w>, <pc> or <s> begins, ends. */
struct tei_paras *tei_paras(struct tei *t);
void word_open(struct tei *t, const char *name, const char **attr);
void word_close(struct tei *t);
void sentence_close(struct tei *t);
/* Of turn.c: the attributes of a turn, or of an element in it that holds
 * all of it; who it is once it ends. */
void turn_attrs(struct tei *t, const char **attr);
void turn_name(struct tei *t);
/* Of tei_named.c: the paragraph that has ended may tell who speaks, where no
 * attribute or element does. */
void tei_named(struct tei *t);
/* Takes what a removed name left at the beginning of s; returns bytes. */
size_t turn_leftover(const char *s, size_t len);

#endif
