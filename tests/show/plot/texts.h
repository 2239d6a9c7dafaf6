/* texts - the texts of a picture in SVG, where they stand and how large. */
#ifndef TEXTS_H
#define TEXTS_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "show/common/font.h"
#include "show/common/svg.h"

enum {
	MOST_TEXTS = 2000
};

struct text {
	double x;
	double y;
	double w;
	double h;
	char s[1024];
};

struct picture_text {
	struct text text[MOST_TEXTS];
	size_t n;
	double width;
	double height;
	double least; /* size */
	size_t len;   /* bytes */
};

static inline double
attribute(const char *s, const char *end, const char *name, double none)
{
	char key[32];
	const char *at;

	(void)snprintf(key, sizeof(key), " %s=\"", name);
	at = strstr(s, key);
	return at != NULL && at < end ? strtod(at + strlen(key), NULL) : none;
}

/* The four entities that are written. */
static inline void
plain_text(char *to, size_t size, const char *s, const char *end)
{
	static const char *const entity[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
	size_t n = 0;

	while (s < end && n + 1 < size) {
		int k = 0;

		while (k < 4 && strncmp(s, entity[k], strlen(entity[k])) != 0)
			k++;
		to[n++] = k < 4 ? "&<>\""[k] : *s;
		s += k < 4 ? strlen(entity[k]) : 1;
	}
	to[n] = '\0';
}

static inline void
read_text(struct text *t, const char *s, const char *end, double *least)
{
	const char *behind = strchr(s, '>');
	double size = attribute(s, behind, "font-size", SVG_SIZE);
	double w;

	*least = fmin(*least, size);
	plain_text(t->s, sizeof(t->s), behind + 1, end);
	w = font_of(t->s) * size;
	t->x = attribute(s, behind, "x", 0);
	t->y = attribute(s, behind, "y", 0);
	if (strstr(s, "\"bold\"") != NULL && strstr(s, "\"bold\"") < behind)
		w *= FONT_BOLD;
	if (strstr(s, "rotate") != NULL && strstr(s, "rotate") < behind) {
		t->x -= size * FONT_ASCENT;
		t->y -= w;
		t->w = size * (FONT_ASCENT + FONT_DESCENT);
		t->h = w;
		return;
	}
	if (strstr(s, "\"middle\"") != NULL && strstr(s, "\"middle\"") < behind)
		t->x -= w / 2;
	if (strstr(s, "\"end\"") != NULL && strstr(s, "\"end\"") < behind)
		t->x -= w;
	t->y -= size * FONT_ASCENT;
	t->w = w;
	t->h = size * (FONT_ASCENT + FONT_DESCENT);
}

static inline void
read_picture(struct picture_text *p, const char *s, size_t len)
{
	const char *at = s;

	p->n = 0;
	p->least = HUGE_VAL;
	p->len = len;
	p->width = attribute(s, s + len, "width", 0);
	p->height = attribute(s, s + len, "height", 0);
	while ((at = strstr(at, "<text")) != NULL && p->n < MOST_TEXTS) {
		const char *end = strstr(at, "</text>");

		read_text(&p->text[p->n++], at, end, &p->least);
		at = end;
	}
}

/* Texts one over another, or beyond the frame: told as diagnostics. */
static inline size_t
n_bad(const struct picture_text *p)
{
	const double slack = 0.02;
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		const struct text *a = &p->text[i];

		if (a->x < -slack || a->y < -slack ||
		    a->x + a->w > p->width + slack ||
		    a->y + a->h > p->height + slack) {
			printf("# beyond the frame: %s\n", a->s);
			n++;
		}
		for (size_t k = 0; k < i; k++) {
			const struct text *b = &p->text[k];

			if (a->x + slack >= b->x + b->w ||
			    b->x + slack >= a->x + a->w ||
			    a->y + slack >= b->y + b->h ||
			    b->y + slack >= a->y + a->h)
				continue;
			printf("# one over the other: %s, %s\n", a->s, b->s);
			n++;
		}
	}
	return n;
}

#endif
