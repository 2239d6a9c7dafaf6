#include "newick.h"

#include <math.h>
#include <string.h>

/* In quotes where a reader might take a sign, or _ for a blank, as more than
 * a letter of the label.  An apostrophe would be doubled there, which R's ape
 * 5.7 reads as NA: it is written as the letter that it is in print. */
static void
put_label(struct out *o, const char *s)
{
	bool plain = *s != '\0';

	for (const char *p = s; *p != '\0'; p++)
		plain = plain &&
		    (strchr("+-.'", *p) != NULL || (*p >= '0' && *p <= '9') ||
			(*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z') ||
			(unsigned char)*p >= 0x80);
	out_str(o, plain ? "" : "'");
	for (const char *p = s; *p != '\0'; p++)
		if (*p == '\'')
			out_str(o, "\xE2\x80\x99");
		else
			out_ch(o, (unsigned char)*p < ' ' ? ' ' : *p);
	out_str(o, plain ? "" : "'");
}

/* As deep as the tree, of which there is n^2 / 2 distances in memory. */
static void
put_branch(const struct newick *w, uint32_t node, double length)
{
	if (node < w->n) {
		put_label(w->o, w->name[node]);
	} else {
		const struct stat_merge *m = &w->m[node - w->n];

		out_ch(w->o, '(');
		put_branch(w, m->left, m->left_length);
		out_ch(w->o, ',');
		put_branch(w, m->right, m->right_length);
		out_ch(w->o, ')');
		if (w->support != NULL &&
		    !isnan(stat_support_of(w->support, node - w->n)))
			out_real(
			    w->o, stat_support_of(w->support, node - w->n));
	}
	out_ch(w->o, ':');
	out_real(w->o, length);
}

void
newick_put(const struct newick *to, bool unrooted)
{
	const struct newick w = *to;
	struct out *o = w.o;
	const struct stat_merge *m = w.m;
	uint32_t n = w.n;
	const struct stat_merge *top = n > 1 ? &m[n - 2] : NULL;

	if (n == 1)
		put_label(o, w.name[0]);
	if (top != NULL) {
		out_ch(o, '(');
		if (unrooted && n > 2) {
			const struct stat_merge *centre = &m[top->left - n];

			put_branch(&w, centre->left, centre->left_length);
			out_ch(o, ',');
			put_branch(&w, centre->right, centre->right_length);
		} else {
			put_branch(&w, top->left, top->left_length);
		}
		out_ch(o, ',');
		put_branch(&w, top->right, top->right_length);
		out_ch(o, ')');
	}
	out_str(o, ";\n");
}
