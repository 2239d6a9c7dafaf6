/* Yoshikoder's .ykd, XML: <cnode name> are categories, <pnode name> their
 * patterns; the outermost cnode is the dictionary's name, and no theme unless
 * patterns stand in it. */
#include <errno.h>
#include <expat.h>
#include <string.h>

#include "formats.h"
#include "lib/base/err.h"

struct ykd {
	struct entries *e;
	struct in *in;
	XML_Parser p;
	bool regex; /* patterns are regular expressions */
	bool any;   /* the dictionary's element was there */
};

static const char *
attribute(const XML_Char **attr, const char *name)
{
	for (; *attr != NULL; attr += 2)
		if (strcmp(attr[0], name) == 0)
			return attr[1];
	return NULL;
}

/* A pattern goes under the categories without the dictionary's name. */
static void
put(struct ykd *y, const char *s)
{
	const char *theme = entries_theme(y->e);
	const char *sub = strchr(theme, '/');

	if (y->regex && s[strcspn(s, "\\[](){}|+^$.")] != '\0')
		y->e->lost[LOSS_PATTERN]++;
	else
		entries_put(y->e, sub != NULL ? sub + 1 : theme, s, strlen(s));
}

static void
on_open(void *arg, const XML_Char *tag, const XML_Char **attr)
{
	struct ykd *y = arg;
	const char *name = attribute(attr, "name");
	const char *engine = attribute(attr, "patternengine");

	if (strcmp(tag, "dictionary") == 0) {
		y->any = true;
		y->regex = engine != NULL && strcmp(engine, "regexp") == 0;
		return;
	}
	if (!y->any || (strcmp(tag, "cnode") != 0 && strcmp(tag, "pnode") != 0))
		return;
	if (name == NULL)
		die_data(y->in->name, XML_GetCurrentLineNumber(y->p),
		    "<%s> without a name", tag);
	if (strcmp(tag, "pnode") == 0)
		put(y, name);
	else if (!entries_level(y->e, y->e->depth, name, strlen(name)))
		die_data(y->in->name, XML_GetCurrentLineNumber(y->p),
		    "categories too deep");
}

static void
on_close(void *arg, const XML_Char *tag)
{
	struct ykd *y = arg;

	if (strcmp(tag, "cnode") == 0 && y->e->depth > 0)
		entries_cut(y->e, y->e->depth - 1);
}

static void
feed(struct ykd *y, const char *s, size_t len, bool last)
{
	if (XML_Parse(y->p, s, (int)len, last) == XML_STATUS_OK)
		return;
	if (XML_GetErrorCode(y->p) == XML_ERROR_NO_MEMORY) {
		errno = ENOMEM;
		die_sys("expat");
	}
	die_data(y->in->name, XML_GetCurrentLineNumber(y->p),
	    "not well-formed XML: %s",
	    err_said(XML_ErrorString(XML_GetErrorCode(y->p))));
}

void
yoshikoder_read(struct entries *e, struct in *in)
{
	struct ykd y = {.e = e, .in = in};
	char *s;
	size_t len;

	y.p = XML_ParserCreate("UTF-8");
	if (y.p == NULL)
		die_sys("expat");
	XML_SetUserData(y.p, &y);
	XML_SetElementHandler(y.p, on_open, on_close);
	while (in_line(in, &s, &len)) {
		s[len] = '\n';
		feed(&y, s, len + 1, false);
	}
	feed(&y, "", 0, true);
	if (!y.any)
		die_data(in->name, 0,
		    "no element <dictionary>: not Yoshikoder's .ykd");
	XML_ParserFree(y.p);
}
