/* LIWC's .dic: between two lines of % the numbers and names of categories, the
 * inner ones behind tabs; then words, each with its numbers. */
#include <stdlib.h>
#include <string.h>

#include "formats.h"
#include "lib/base/err.h"

struct liwc {
	struct entries *e;
	struct intern ids;
	char **theme; /* by number of the id */
	size_t cap;
};

/* Bytes of s up to a tab, or, where the line has none, up to a blank. */
static size_t
field(const char *s, bool tabs)
{
	return tabs ? strcspn(s, "\t") : strcspn(s, " ");
}

static char *
trim(char *s, size_t len)
{
	s[len] = '\0';
	while (len > 0 && strchr(" \t\r", s[len - 1]) != NULL)
		s[--len] = '\0';
	return s;
}

static void
read_category(struct liwc *l, const struct in *in, char *s)
{
	size_t depth = strspn(s, "\t");
	char *id = s + depth + strspn(s + depth, " ");
	size_t len = strcspn(id, "\t ");
	const char *name = id + len + strspn(id + len, "\t ");
	uint32_t n = l->ids.n;
	uint32_t k;

	if (*id == '\0')
		return;
	if (*name == '\0')
		die_data(in->name, in->line,
		    "a category is written number<TAB>name");
	if (depth > l->e->depth)
		depth = l->e->depth;
	if (!entries_level(l->e, depth, name, strlen(name)))
		die_data(in->name, in->line, "categories too deep");
	k = intern_add(&l->ids, id, len);
	if (k < n)
		die_data(
		    in->name, in->line, "category %.*s again", (int)len, id);
	l->theme = mem_grow(l->theme, &l->cap, (size_t)k + 1, sizeof(char *));
	name = entries_theme(l->e);
	l->theme[k] = mem_string(name);
}

/* word, then numbers; what is no number is a condition. */
static void
read_word(struct liwc *l, const struct in *in, char *s)
{
	bool tabs = strchr(s, '\t') != NULL;
	const char *word = s;
	size_t len = field(s, tabs);
	uint64_t n = 0;

	if (strchr(s, '(') != NULL && strcspn(s, "(") < len) {
		l->e->lost[LOSS_CONDITION]++;
		return;
	}
	for (s += len; *s != '\0'; n++) {
		size_t n_id;
		uint32_t k;

		s += strspn(s, "\t ");
		n_id = strcspn(s, "\t ");
		if (n_id == 0)
			break;
		k = intern_find(&l->ids, s, n_id);
		if (k != UINT32_MAX)
			entries_put(l->e, l->theme[k], word, len);
		else if (strcspn(s, "()/<>") < n_id)
			l->e->lost[LOSS_CONDITION]++;
		else
			die_data(in->name, in->line, "no category %.*s",
			    (int)n_id, s);
		s += n_id;
	}
	if (n == 0)
		l->e->lost[LOSS_ORPHAN]++;
}

void
liwc_read(struct entries *e, struct in *in)
{
	struct liwc l = {.e = e};
	int marks = 0;
	char *s;
	size_t len;

	intern_open(&l.ids);
	while (in_line(in, &s, &len)) {
		trim(s, len);
		if (*s == '%' && strspn(s, "% ") == strlen(s))
			marks++;
		else if (marks == 1)
			read_category(&l, in, s);
		else if (marks == 0 && *s != '\0')
			die_data(in->name, in->line,
			    "no line of %% before the categories: not LIWC's "
			    ".dic");
		else if (*s != '\0')
			read_word(&l, in, s);
	}
	if (marks < 2)
		die_data(in->name, 0, "no line of %% behind the categories");
	for (uint32_t i = 0; i < l.ids.n; i++)
		free(l.theme[i]);
	free(l.theme);
	intern_free(&l.ids);
}
