#include "newick.h"

#include <string.h>

struct walk {
	struct out *o;
	const struct stat_merge *m;
	uint32_t n;
	char *const *name;
};

/* In quotes where a reader might take a sign, or _ for a blank, as more than
 * a letter of the label. */
static void
put_label(struct out *o, const char *s)
{
	bool plain = *s != '\0';

	for (const char *p = s; *p != '\0'; p++)
		plain = plain &&
		    (strchr("+-.", *p) != NULL || (*p >= '0' && *p <= '9') ||
			(*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z') ||
			(unsigned char)*p >= 0x80);
	if (plain) {
		out_str(o, s);
		return;
	}
	out_ch(o, '\'');
	for (const char *p = s; *p != '\0'; p++) {
		if (*p == '\'')
			out_ch(o, '\'');
		out_ch(o, (unsigned char)*p < ' ' ? ' ' : *p);
	}
	out_ch(o, '\'');
}

/* As deep as the tree, of which there is n^2 / 2 distances in memory. */
static void
put_node(const struct walk *w, uint32_t node, double length)
{
	if (node < w->n) {
		put_label(w->o, w->name[node]);
	} else {
		const struct stat_merge *m = &w->m[node - w->n];

		out_ch(w->o, '(');
		put_node(w, m->left, m->left_length);
		out_ch(w->o, ',');
		put_node(w, m->right, m->right_length);
		out_ch(w->o, ')');
	}
	out_ch(w->o, ':');
	out_real(w->o, length);
}

void
newick_put(struct out *o, const struct stat_merge *m, uint32_t n,
    char *const *name, bool unrooted)
{
	const struct walk w = {o, m, n, name};
	const struct stat_merge *top = n > 1 ? &m[n - 2] : NULL;

	if (n == 1)
		put_label(o, name[0]);
	if (top != NULL) {
		out_ch(o, '(');
		if (unrooted && n > 2) {
			const struct stat_merge *centre = &m[top->left - n];

			put_node(&w, centre->left, centre->left_length);
			out_ch(o, ',');
			put_node(&w, centre->right, centre->right_length);
		} else {
			put_node(&w, top->left, top->left_length);
		}
		out_ch(o, ',');
		put_node(&w, top->right, top->right_length);
		out_ch(o, ')');
	}
	out_str(o, ";\n");
}
