/* sample - hits, or sentences with their hits, drawn at random and shown in
 * their context, for a person to judge (themes.1).
 *
 * All have the same chance, and the same stream and seed give the same ones:
 * the reservoir of Vitter (1985), algorithm R. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/lang/fr/respace.h"
#include "lib/stat/rng.h"
#include "lib/stream/vrt.h"
#include "lib/stream/window.h"

struct sample_opts {
	uint32_t n; /* how many are drawn */
	uint64_t seed;
	size_t context; /* tokens on each side of a hit */
	bool sentences; /* they are drawn, and not hits */
};

/* One that was drawn; its cells stand behind one another, a NUL after each. */
struct sample_one {
	uint64_t number; /* in the stream */
	struct buf head; /* where it is, and what is left of the hit */
	struct buf node; /* of a sentence: it */
	struct buf right;
	struct buf tail; /* theme and entry; of a sentence: its hits */
	struct respace spaces;
	size_t missing; /* tokens that the right context still wants */
};

struct sample {
	struct sample_opts o;
	struct stat_rng rng;
	uint64_t met; /* hits or sentences so far */
	struct sample_one *one;
	uint32_t n;
	size_t cap;
	uint32_t *open; /* those that want tokens */
	size_t n_open;
	size_t cap_open;
	struct window win; /* the text so far, or of the sentence */
	struct buf speech; /* id NUL source NUL */
	bool in_speech;
	uint64_t sentence; /* of the speech, from 1; 0 outside */
	uint64_t line;     /* of <p> */
	struct buf hits;   /* of the sentence */
};

/* room: a hit is told so many tokens after its first at most. */
void sample_open(struct sample *s, const struct sample_opts *o, size_t room);
void sample_free(struct sample *s);
/* A token as the stream writes it, and tokens that were taken out. */
void sample_token(struct sample *s, const char *raw, size_t len);
void sample_gap(struct sample *s);
/* After the hits before the tag were told. */
void sample_tag(struct sample *s, struct vrt *v, bool opens);
/* A hit of len tokens, the first of which is the back-th from the end. */
void sample_hit(struct sample *s, size_t back, size_t len, const char *theme,
    const char *entry);
/* A sentence ends, or what stands between two; text: it has words. */
void sample_unit(struct sample *s, bool text);
/* The table, in the order of the text. */
void sample_put(struct sample *s, struct out *o);

#endif
