#include "roles.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/words.h"

enum {
	ONLY = 80,  /* bytes of the only column in a message */
	SHOWN = 400 /* of the list of columns */
};

void
roles_open(struct roles *c, const struct roles_opts *o)
{
	memset(c, 0, sizeof(*c));
	c->o = o;
	c->text = c->group = c->id = ROLES_NONE;
}

size_t
roles_find(const struct record *r, const char *given)
{
	for (size_t k = 0; k < r->n_col; k++)
		if (strcmp(given, record_name(r, k)) == 0)
			return k;
	for (size_t k = 0; k < r->n_col; k++)
		if (naming_same(given, record_name(r, k)))
			return k;
	return ROLES_NONE;
}

/* Is column k in the list, exactly or in lower-case ASCII? */
static bool
in_list(const char *list, const char *name)
{
	bool found = false;

	while (!found && *list != '\0') {
		size_t n = strcspn(list, ",");
		char *given = mem_copy(list, n);

		found = naming_same(given, name);
		free(given);
		list += n;
		list += *list == ',';
	}
	return found;
}

static void
set_name(struct roles *c, const struct record *r, size_t k, const char *name)
{
	for (size_t i = 0; i < k; i++)
		if (c->name[i] != NULL && strcmp(c->name[i], name) == 0)
			die_data(r->in.name, r->line,
			    "columns '%s' and '%s' both make the attribute "
			    "%s: choose with -c or rename with -r",
			    record_name(r, i), record_name(r, k), name);
	c->name[k] = mem_string(name);
}

static size_t
two_ids(const struct record *r, size_t a, size_t b)
{
	die_data(r->in.name, r->line,
	    "columns '%s' and '%s' are both the id: choose with -i",
	    record_name(r, a), record_name(r, b));
}

/* Is the column alone the id, by -g or -i? */
static bool
is_id(const struct roles *c, const struct record *r, size_t k)
{
	const struct naming *n = &c->o->naming;

	return k == c->group ||
	    (n->n_id == 1 && naming_same(n->id[0], record_name(r, k)));
}

static void
see(struct roles *c, const struct record *r, size_t k)
{
	const struct roles_opts *o = c->o;
	const char *name = record_name(r, k);
	struct buf b = {0};

	buf_mem(&b, "", 0);
	naming_put(&o->naming, &b, name, strlen(name));
	if (c->text == ROLES_NONE &&
	    (o->text != NULL ? naming_same(o->text, name) : words_is_text(b.s)))
		c->text = k;
	if (o->group != NULL && c->group == ROLES_NONE &&
	    naming_same(o->group, name))
		c->group = k;
	if (k == c->text ||
	    (o->only != NULL && !in_list(o->only, name) &&
		strcmp(b.s, "id") != 0)) {
		buf_free(&b);
		return;
	}
	if (b.len == 0)
		die_data(r->in.name, r->line,
		    "column '%s': no letter or digit that could name an "
		    "attribute: rename it, or choose others with -c",
		    name);
	if (strcmp(b.s, "id") != 0)
		set_name(c, r, k, strcmp(b.s, "source") == 0 ? "origin" : b.s);
	else if (o->naming.n_id == 0 && o->group == NULL && !o->turns)
		c->id = c->id == ROLES_NONE ? k : two_ids(r, c->id, k);
	else if (!is_id(c, r, k))
		set_name(c, r, k, "id_text");
	buf_free(&b);
}

void
roles_see(struct roles *c, const struct record *r)
{
	for (; c->n < r->n_col; c->n++)
		see(c, r, c->n);
}

static void
missing(const struct record *r, const char *what, const char *option)
{
	struct buf b = {0};

	if (r->n_col == 1 && r->o.format != RECORD_JSONL) {
		const char *only = record_name(r, 0);
		size_t len = strlen(only);

		die_data(r->in.name, r->line,
		    "%s: there is but one, '%.*s%s': another delimiter? "
		    "(option -D%s)",
		    what, (int)utf8_cut(only, len, ONLY), only,
		    len > ONLY ? "..." : "",
		    strchr(only, '\t') != NULL      ? " tab"
			: strchr(only, ';') != NULL ? " ';'"
			: strchr(only, ',') != NULL ? " ,"
						    : "");
	}
	buf_mem(&b, "", 0);
	for (size_t k = 0; k < r->n_col && b.len < SHOWN; k++) {
		buf_str(&b, k > 0 ? ", " : "");
		buf_str(&b, record_name(r, k));
	}
	die_data(r->in.name, r->line, "%s (option %s); there are: %.*s%s", what,
	    option, (int)utf8_cut(b.s, b.len, SHOWN), b.s,
	    b.len < SHOWN ? "" : " ...");
}

static void
must_have(const struct record *r, const char *given, const char *option)
{
	struct buf b = {0};

	if (given == NULL || roles_find(r, given) != ROLES_NONE)
		return;
	buf_fmt(&b, err_said("no column '%s'"), given);
	missing(r, b.s, option);
}

static bool
has_speaker(const struct roles *c)
{
	for (size_t k = 0; k < c->n; k++)
		if (c->name[k] != NULL && strcmp(c->name[k], "speaker") == 0)
			return true;
	return false;
}

void
roles_check(const struct roles *c, const struct record *r)
{
	const struct roles_opts *o = c->o;

	must_have(r, o->text, "-t");
	if (c->text == ROLES_NONE)
		missing(r, err_said("no column is the text"), "-t");
	must_have(r, o->group, "-g");
	if (o->turns && r->o.format != RECORD_JSONL && !has_speaker(c))
		missing(r, err_said("no column is the speaker"),
		    err_said("-u turn; -r column=speaker makes it one"));
	for (size_t i = 0; i < o->naming.n_id; i++)
		must_have(r, o->naming.id[i], "-i");
	for (const char *s = o->only;
	     s != NULL && *s != '\0' && r->o.format != RECORD_JSONL;) {
		size_t n = strcspn(s, ",");
		char *given = mem_copy(s, n);

		must_have(r, given, "-c");
		free(given);
		s += n;
		s += *s == ',';
	}
}

void
roles_close(struct roles *c)
{
	for (size_t k = 0; k < c->n; k++)
		free(c->name[k]);
}
