#include "tagstack.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/stream/vrt.h"
#include "read/common/languages.h"
#include "read/common/span.h"

/* Holds text beside the speech. */
#define NOTE "note"

/* Tags that are a speech where nothing is said, the best first. */
static const char *const usual[] = {"speech", "text", "doc"};

void
tagstack_init(
    struct tagstack *t, struct intake *it, const char *want, const char *id)
{
	*t = (struct tagstack){.it = it, .want = want, .id = id};
	intern_open(&t->names);
}

void
tagstack_free(struct tagstack *t)
{
	intern_free(&t->names);
	free(t->owed);
	free(t->left);
}

static uint32_t
number(struct tagstack *t, const char *name)
{
	uint32_t n = t->names.n;
	uint32_t k = intern_add(&t->names, name, strlen(name));

	if (k < n)
		return k;
	t->owed =
	    mem_grow(t->owed, &t->cap_owed, (size_t)k + 1, sizeof(*t->owed));
	t->left =
	    mem_grow(t->left, &t->cap_left, (size_t)k + 1, sizeof(*t->left));
	t->owed[k] = 0;
	t->left[k] = 0;
	return k;
}

void
tagstack_drop(struct tagstack *t, const char *name)
{
	uint32_t k = number(t, name);

	t->left[k]++;
}

void
tagstack_file(struct tagstack *t)
{
	t->speech = t->want;
	t->in_speech = false;
}

/* ---- what is not written ---- */

void
tagstack_beside(struct tagstack *t, const struct attrs *a)
{
	const char *text = attrs_get(a, "content");

	t->n_note++;
	t->n_code += text != NULL && span_is_code(text, strlen(text));
}

/* Of a tag about to be open: what holds for those around it, unless it tells a
 * language of its own. */
static enum tagstack_hide
hide_of(const struct tagstack *t, const char *name, const struct attrs *a)
{
	enum tagstack_hide around =
	    t->n > 0 ? t->open[t->n - 1].hide : TAGSTACK_SHOWN;
	const char *lang = attrs_get(a, "lang");

	if (around == TAGSTACK_NOTE || strcmp(name, NOTE) == 0)
		return TAGSTACK_NOTE;
	if (lang == NULL)
		lang = attrs_get(a, "xml:lang");
	if (lang == NULL || t->languages == NULL)
		return around;
	return languages_want(t->languages, lang) ? TAGSTACK_SHOWN
						  : TAGSTACK_FOREIGN;
}

/* ---- writing ---- */

/* Writes the tag of the speech, if it waits. */
static void
show(struct tagstack *t)
{
	size_t k = t->n;

	while (t->waits && k > 0 && t->open[k - 1].role != TAGSTACK_SPEECH)
		k--;
	if (t->waits)
		tagstack_put_speech(t, k - 1);
	t->waits = false;
}

bool
tagstack_hides(struct tagstack *t)
{
	enum tagstack_hide hide =
	    t->n > 0 ? t->open[t->n - 1].hide : TAGSTACK_SHOWN;

	t->n_note_token += hide == TAGSTACK_NOTE;
	t->n_cut_token += hide == TAGSTACK_FOREIGN;
	t->cut |= hide == TAGSTACK_FOREIGN;
	if (hide == TAGSTACK_SHOWN)
		show(t);
	return hide != TAGSTACK_SHOWN;
}

static void
put_close(struct tagstack *t, const struct tagstack_open *e)
{
	static const char *const tag[] = {
	    "", "</speech>\n", "</p>\n", "</s>\n"};

	if (e->role != TAGSTACK_SPEECH) {
		if (e->hide == TAGSTACK_SHOWN)
			out_str(&t->it->to.out, tag[e->role]);
		return;
	}
	t->in_speech = false;
	if (t->waits && t->cut) {
		t->waits = false;
		t->n_cut_speech++;
		return;
	}
	show(t);
	out_str(&t->it->to.out, tag[e->role]);
}

static void
put_open(struct tagstack *t, size_t k)
{
	const struct tagstack_open *e = &t->open[k];
	struct out *o = &t->it->to.out;

	if (e->role == TAGSTACK_SPEECH) {
		t->in_speech = true;
		t->waits = true;
		t->cut = false;
		if (t->languages == NULL)
			show(t);
		return;
	}
	if (e->hide != TAGSTACK_SHOWN) {
		t->n_cut_p +=
		    e->hide == TAGSTACK_FOREIGN && e->role == TAGSTACK_P;
		return;
	}
	show(t);
	out_str(o, e->role == TAGSTACK_P ? "<p" : "<s");
	if (e->role == TAGSTACK_P && attrs_get(&e->attrs, "line") == NULL) {
		out_str(o, " line=\"");
		out_u64(o, e->line);
		out_ch(o, '"');
	}
	for (size_t i = 0; i < e->attrs.n; i++)
		vrt_put_attr(o, e->attrs.a[i].name, e->attrs.a[i].value);
	out_str(o, ">\n");
}

/* ---- the speech ---- */

static enum tagstack_role
role_of(const struct tagstack *t, const char *name)
{
	if (t->speech != NULL && strcmp(name, t->speech) == 0)
		return TAGSTACK_SPEECH;
	if (strcmp(name, "p") == 0)
		return TAGSTACK_P;
	return strcmp(name, "s") == 0 ? TAGSTACK_S : TAGSTACK_OTHER;
}

/* The tag of the stack that is the speech where nothing is said: the best of
 * the usual, of these the innermost; t->n if there is none. */
static size_t
find_speech(const struct tagstack *t)
{
	for (size_t u = 0; u < sizeof(usual) / sizeof(*usual); u++)
		for (size_t k = t->n; k > 0; k--)
			if (strcmp(t->open[k - 1].name, usual[u]) == 0)
				return k - 1;
	return t->n;
}

/* The tags that waited are written. */
void
/* NOLINTNEXTLINE(readability-function-cognitive-complexity) */
tagstack_first(struct tagstack *t, uint64_t line)
{
	size_t at = find_speech(t);

	t->speech = "";
	if (at < t->n) {
		for (size_t u = 0; u < sizeof(usual) / sizeof(*usual); u++)
			if (strcmp(t->open[at].name, usual[u]) == 0)
				t->speech = usual[u];
	} else {
		for (size_t i = 0; i < t->n; i++)
			for (size_t k = 0; k < t->open[i].attrs.n; k++) {
				const struct attr *a = &t->open[i].attrs.a[k];

				if (t->open[i].role == TAGSTACK_OTHER)
					intake_attr(t->it, a->name,
					    strlen(a->name), a->value,
					    strlen(a->value));
			}
		intake_speech(t->it, NULL, false, line);
		t->in_speech = true;
		at = 0;
	}
	for (size_t k = 0; k < t->n; k++) {
		t->open[k].role =
		    k < at ? TAGSTACK_OTHER : role_of(t, t->open[k].name);
		if (t->open[k].role == TAGSTACK_OTHER)
			tagstack_drop(t, t->open[k].name);
		else
			put_open(t, k);
	}
}

/* ---- opening and closing ---- */

static void
take_out(struct tagstack *t, size_t k)
{
	free(t->open[k].name);
	attrs_free(&t->open[k].attrs);
	t->n--;
	memmove(t->open + k, t->open + k + 1, (t->n - k) * sizeof(*t->open));
}

/* Closes the tags of the stack from k on that are written, but for k itself if
 * it is to be closed by its own end. */
static void
force(struct tagstack *t, size_t k)
{
	for (size_t i = t->n; i > k; i--) {
		enum tagstack_role role = t->open[i - 1].role;
		uint32_t id;

		if (role == TAGSTACK_OTHER)
			continue;
		if (role == TAGSTACK_SPEECH)
			die_data(t->it->name, t->open[i - 1].line,
			    "<%s> opens and does not close before the tag "
			    "around it",
			    t->open[i - 1].name);
		if (t->speech != NULL)
			put_close(t, &t->open[i - 1]);
		id = number(t, t->open[i - 1].name);
		t->owed[id]++;
		t->n_crossed++;
		take_out(t, i - 1);
	}
}

static size_t
find(const struct tagstack *t, const char *name)
{
	size_t k = t->n;

	while (k > 0 && strcmp(t->open[k - 1].name, name) != 0)
		k--;
	return k > 0 ? k - 1 : t->n;
}

static void
check_speech(struct tagstack *t, const char *name, uint64_t line)
{
	if (t->speech != NULL && *t->speech == '\0')
		for (size_t u = 0; u < sizeof(usual) / sizeof(*usual); u++)
			if (strcmp(name, usual[u]) == 0)
				die_data(t->it->name, line,
				    "<%s> behind tokens that stand in no "
				    "speech: name the speech's tag with -t",
				    name);
	if (t->in_speech && role_of(t, name) == TAGSTACK_SPEECH)
		die_data(t->it->name, line,
		    "<%s> inside a <%s>: speeches do "
		    "not nest",
		    name, name);
}

void
tagstack_open(
    struct tagstack *t, const char *name, struct attrs *a, uint64_t line)
{
	enum tagstack_role role = role_of(t, name);
	enum tagstack_hide hide = hide_of(t, name, a);
	struct tagstack_open *e;
	size_t k = find(t, name);

	check_speech(t, name, line);
	if ((role == TAGSTACK_P || role == TAGSTACK_S) && k < t->n &&
	    hide != TAGSTACK_NOTE)
		force(t, k);
	if (t->n == TAGSTACK_DEPTH)
		die_data(t->it->name, line,
		    "more than %d open tags: is <%s> never closed?",
		    (int)TAGSTACK_DEPTH, t->open[t->n - 1].name);
	e = &t->open[t->n++];
	*e = (struct tagstack_open){.name = mem_string(name),
	    .attrs = *a,
	    .role = role,
	    .hide = hide,
	    .line = line};
	*a = (struct attrs){0};
	if (t->speech == NULL && strcmp(name, usual[0]) == 0)
		tagstack_first(t, line);
	else if (t->speech != NULL && role == TAGSTACK_OTHER)
		tagstack_drop(t, name);
	else if (t->speech != NULL)
		put_open(t, t->n - 1);
}

void
tagstack_close(struct tagstack *t, const char *name, uint64_t line)
{
	size_t k = find(t, name);
	uint32_t id = number(t, name);

	if (k == t->n && t->owed[id] > 0) {
		t->owed[id]--;
		return;
	}
	if (k == t->n)
		die_data(t->it->name, line,
		    "</%s> closes nothing that is open: take it out, or open "
		    "it",
		    name);
	if (t->speech == NULL &&
	    (strcmp(name, usual[1]) == 0 || strcmp(name, usual[2]) == 0))
		tagstack_first(t, line); /* without a token */
	if (t->open[k].role != TAGSTACK_OTHER) {
		force(t, k + 1);
		if (t->speech != NULL)
			put_close(t, &t->open[k]);
	}
	take_out(t, k);
}

void
tagstack_end(struct tagstack *t, uint64_t line)
{
	struct tagstack_open file = {.role = TAGSTACK_SPEECH};

	for (size_t k = t->n; k > 0; k--)
		if (t->open[k - 1].role != TAGSTACK_OTHER)
			die_data(t->it->name, line,
			    "the file ends inside <%s> (line %" PRIu64
			    "): is it cut?",
			    t->open[k - 1].name, t->open[k - 1].line);
	if (t->speech != NULL && *t->speech == '\0' && t->in_speech)
		put_close(t, &file);
	if (t->want != NULL && t->it->n_speech == 0)
		die_data(t->it->name, 0,
		    "no <%s>: name the tag of the speeches with -t", t->want);
	while (t->n > 0)
		take_out(t, t->n - 1);
	for (uint32_t k = 0; k < t->names.n; k++)
		t->owed[k] = 0;
}
