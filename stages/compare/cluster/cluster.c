/* cluster - parts that are near each other, as a tree.  See cluster(1). */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "distances.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"
#include "stat_tree.h"

static const struct opt_page page = {
    "cluster [-hqVv] [-f table|newick] [-k groups] [-M method] [file]",
    "parts that are near each other, as a tree", "f:k:M:"};

enum format {
	TABLE,
	NEWICK
};

struct opts {
	enum format format;
	bool format_set;
	uint32_t groups; /* -k, or 0 */
	bool joining;    /* neighbour joining, else by */
	enum stat_linkage by;
};

/* ---- Newick ---- */

struct newick {
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
	}
	out_ch(w->o, ':');
	out_real(w->o, length);
}

/* The tree of n items with the lengths of its branches, on one line;
 * unrooted: three nodes meet at its top (stat_tree_nj). */
static void
put_newick(struct out *o, const struct stat_merge *m, uint32_t n,
    char *const *name, bool unrooted)
{
	const struct newick w = {o, m, n, name};
	const struct stat_merge *top = n > 1 ? &m[n - 2] : NULL;

	if (n == 1)
		put_label(o, name[0]);
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

/* ---- tables ---- */

/* A part by its name, a group by the step that made it. */
static void
put_node(struct out *o, const struct distances *t, uint32_t node)
{
	if (node < t->n)
		tsv_put(o, t->name[node], strlen(t->name[node]));
	else
		out_fmt(o, "#%" PRIu32, node - t->n + 1);
}

/* Would the name of a part be taken for a group's? */
static void
refuse_names(const struct distances *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		const char *s = t->name[i];

		if (*s == '#' && s[1] != '\0' &&
		    s[1 + strspn(s + 1, "0123456789")] == '\0')
			die_data(t->file, 0,
			    "a part is called '%s', as groups are: rename it",
			    s);
	}
}

static void
put_table(struct out *o, const struct distances *t, const struct stat_merge *m)
{
	refuse_names(t);
	out_str(
	    o, "step\tleft\tright\theight\tsize\tleft_length\tright_length\n");
	for (uint32_t k = 0; k + 1 < t->n; k++) {
		out_fmt(o, "%" PRIu32 "\t", k + 1);
		put_node(o, t, m[k].left);
		out_ch(o, '\t');
		put_node(o, t, m[k].right);
		out_tab_real(o, m[k].height);
		out_fmt(o, "\t%" PRIu32 "\t", m[k].size);
		out_real(o, m[k].left_length);
		out_tab_real(o, m[k].right_length);
		out_ch(o, '\n');
	}
}

static void
put_groups(struct out *o, const struct distances *t, const struct stat_merge *m,
    uint32_t k)
{
	uint32_t *group;

	if (t->n > 0 && k > t->n)
		die_data(t->file, 0,
		    "-k asks for %" PRIu32 " groups, and there are %" PRIu32
		    " parts",
		    k, t->n);
	group = mem_new(t->n, sizeof(*group));
	if (t->n > 0)
		stat_tree_cut(m, t->n, k, group);
	out_str(o, "part\tgroup\n");
	for (uint32_t i = 0; i < t->n; i++) {
		put_node(o, t, i);
		out_fmt(o, "\t%" PRIu32 "\n", group[i] + 1);
	}
	free(group);
}

static void
tell_negative(const struct stat_merge *m, uint32_t n)
{
	uint32_t n_negative = 0;

	for (uint32_t k = 0; k + 1 < n; k++)
		n_negative += (uint32_t)(m[k].left_length < 0) +
		    (uint32_t)(m[k].right_length < 0);
	if (n_negative > 0)
		note("branches of negative length: %" PRIu32
		     "; the distances are not those of a tree",
		    n_negative);
}

static void
put_tree(
    const struct opts *o, const struct distances *t, const struct stat_merge *m)
{
	struct out out;

	out_stdout(&out);
	if (o->groups > 0)
		put_groups(&out, t, m, o->groups);
	else if (o->format == NEWICK)
		put_newick(&out, m, t->n, t->name, o->joining);
	else
		put_table(&out, t, m);
	out_close(&out);
}

static void
set_method(struct opts *o, const char *s)
{
	static const enum stat_linkage by[] = {
	    STAT_WARD, STAT_AVERAGE, STAT_COMPLETE};
	size_t i = opt_word('M', s, "ward average complete nj");

	o->joining = i == sizeof(by) / sizeof(*by);
	if (!o->joining)
		o->by = by[i];
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'f':
			o->format_set = true;
			o->format =
			    (enum format)opt_word(ch, optarg, "table newick");
			break;
		case 'k':
			o->groups = (uint32_t)opt_u64(ch, optarg, 1, INT32_MAX);
			break;
		case 'M':
			set_method(o, optarg);
			break;
		}
	if (o->groups > 0 && o->joining)
		opt_refuse(
		    &page, "-k cuts a tree at a height, and -M nj gives none");
	if (o->groups > 0 && o->format_set)
		opt_refuse(&page, "-k writes a table of its own: no -f");
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char **argv)
{
	struct opts o = {.by = STAT_WARD};
	struct distances t;
	struct stat_merge *m;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	distances_read(&t, argv[optind]);
	if (t.n < 2)
		note("%s: there is nothing to group",
		    t.n == 0 ? "no parts" : "one part");
	m = mem_new(t.n, sizeof(*m));
	if (o.joining)
		stat_tree_nj(t.d, t.n, m);
	else
		stat_tree_linkage(t.d, t.n, o.by, m);
	tell_negative(m, t.n);
	put_tree(&o, &t, m);
	free(m);
	distances_free(&t);
	return RC_OK;
}
