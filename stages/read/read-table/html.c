#include "html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/text/utf.h"

enum {
	NAME = 16,  /* bytes of a name of an element or entity */
	TAG = 4096, /* of a tag but its values */
	LATIN = 160 /* the first of latin[] */
};

/* What an element does to the text that it stands in. */
enum effect {
	NOTHING,
	INLINE,
	CELL,  /* a blank */
	BREAK, /* a line end */
	BLOCK, /* a blank line */
	SCRIPT /* its text goes */
};

static bool
in_list(const char *list, const char *name)
{
	char key[NAME + 3];

	(void)snprintf(key, sizeof(key), " %s ", name);
	return strstr(list, key) != NULL;
}

static enum effect
effect_of(const char *name)
{
	if (in_list(" br hr ", name))
		return BREAK;
	if (in_list(" li dt dd tr h1 h2 h3 h4 h5 h6 p div ul ol dl table "
		    "blockquote pre address article aside section header "
		    "footer main nav figure figcaption form fieldset center "
		    "body head title caption thead tbody tfoot option ",
		name))
		return BLOCK;
	if (in_list(" td th ", name))
		return CELL;
	if (in_list(" script style ", name))
		return SCRIPT;
	if (in_list(" a abbr acronym audio b bdi bdo big button cite code col "
		    "colgroup del details dfn em embed font html i iframe img "
		    "input ins kbd label legend link map mark meta noscript "
		    "object param picture q s samp select small source span "
		    "strike strong sub summary sup svg time tt u var video "
		    "wbr ",
		name) ||
	    strchr(name, ':') != NULL) /* o:p of a word processor */
		return INLINE;
	return NOTHING;
}

/* ---- tags ---- */

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == ':';
}

/* What is known not to come any more in the text, so that no end of it is
 * looked for twice. */
struct ahead {
	bool no_tag;
	bool no_comment;
	bool no_script[2];
	bool no_quote[2];
};

/* Behind the attribute's value that a quote at p begins, or NULL. */
static const char *
value_end(const char *p, const char *end, bool *none)
{
	const char *close = NULL;

	if (!*none)
		close = memchr(p + 1, *p, (size_t)(end - p - 1));
	*none = close == NULL;
	return close != NULL ? close + 1 : NULL;
}

/* The end of the tag at s, behind its >; NULL if there is none.  A value in
 * quotes may hold one. */
static const char *
tag_end(const char *s, const char *end, struct ahead *a)
{
	const char *gt = a->no_tag ? NULL : memchr(s, '>', (size_t)(end - s));
	size_t plain = 0;

	a->no_tag = gt == NULL;
	if (gt == NULL)
		return NULL;
	for (const char *p = s; p < end && plain < TAG; plain++) {
		if (*p == '>')
			return p + 1;
		if (*p == '<')
			break;
		if ((*p == '"' || *p == '\'') && p > s && p[-1] == '=') {
			p = value_end(p, end, &a->no_quote[*p == '"']);
			if (p == NULL)
				break;
		} else {
			p++;
		}
	}
	return gt + 1;
}

struct tag {
	char name[NAME + 1];
	bool close;
	enum effect effect;
	const char *end;
};

static bool
read_comment(const char *s, const char *end, struct tag *t, struct ahead *a)
{
	t->end = a->no_comment ? NULL
			       : memmem(s + 4, (size_t)(end - s - 4), "-->", 3);
	a->no_comment = t->end == NULL;
	if (t->end != NULL)
		t->end += 3;
	return t->end != NULL;
}

/* The element or comment at s, a '<'. */
static bool
read_tag(const char *s, const char *end, struct tag *t, struct ahead *a)
{
	const char *p = s + 1;
	size_t n = 0;

	*t = (struct tag){.effect = INLINE};
	if (end - s > 3 && memcmp(s, "<!--", 4) == 0)
		return read_comment(s, end, t, a);
	t->close = p < end && *p == '/';
	p += t->close;
	while (p < end && is_name(*p) && n < NAME) {
		t->name[n++] = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
		p++;
	}
	if (p == end || n == 0 || (t->effect = effect_of(t->name)) == NOTHING ||
	    strchr(" \t\r\n/>", *p) == NULL)
		return false;
	t->end = tag_end(p, end, a);
	return t->end != NULL;
}

/* Behind the end tag of a script or style. */
static const char *
script_end(const char *s, const char *end, const struct tag *t, struct ahead *a)
{
	size_t n = strlen(t->name);
	bool *none = &a->no_script[t->name[1] == 'c'];

	while (!*none && (s = memchr(s, '<', (size_t)(end - s))) != NULL) {
		if ((size_t)(end - s) > n + 2 && s[1] == '/' &&
		    strncasecmp(s + 2, t->name, n) == 0)
			return tag_end(s, end, a);
		s++;
	}
	*none = true;
	return NULL;
}

static void
put_ends(struct buf *to, size_t n)
{
	static const char both[] = {HTML_END, HTML_END};
	size_t have = 0;

	while (
	    have < n && have < to->len && to->s[to->len - 1 - have] == HTML_END)
		have++;
	buf_mem(to, both, n - have);
}

static const char *
put_tag(struct html *h, struct buf *to, const struct tag *t, const char *end,
    struct ahead *a)
{
	const char *behind = t->end;

	h->n_element++;
	if (t->effect == CELL)
		buf_str(to, " ");
	else if (t->effect == BREAK)
		put_ends(to, 1);
	else if (t->effect == BLOCK)
		put_ends(to, 2);
	else if (t->effect == SCRIPT && !t->close) {
		const char *last = script_end(t->end, end, t, a);

		h->n_script += last != NULL;
		behind = last != NULL ? last : behind;
	}
	return behind;
}

/* ---- entities ---- */

/* Those of Latin-1, in the order of their code points. */
static const char *const latin[] = {"nbsp", "iexcl", "cent", "pound", "curren",
    "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para",
    "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34",
    "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
    "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc",
    "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml",
    "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
    "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig",
    "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc",
    "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn",
    "yuml"};

static const struct {
	const char *name;
	int32_t cp;
} others[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'},
    {"apos", '\''}, {"OElig", 338}, {"oelig", 339}, {"Scaron", 352},
    {"scaron", 353}, {"Yuml", 376}, {"circ", 710}, {"tilde", 732},
    {"ensp", 8194}, {"emsp", 8195}, {"thinsp", 8201}, {"zwnj", 8204},
    {"zwj", 8205}, {"lrm", 8206}, {"rlm", 8207}, {"ndash", 8211},
    {"mdash", 8212}, {"lsquo", 8216}, {"rsquo", 8217}, {"sbquo", 8218},
    {"ldquo", 8220}, {"rdquo", 8221}, {"bdquo", 8222}, {"dagger", 8224},
    {"bull", 8226}, {"hellip", 8230}, {"permil", 8240}, {"prime", 8242},
    {"Prime", 8243}, {"lsaquo", 8249}, {"rsaquo", 8250}, {"frasl", 8260},
    {"euro", 8364}, {"trade", 8482}, {"larr", 8592}, {"rarr", 8594},
    {"harr", 8596}, {"minus", 8722}, {"asymp", 8776}, {"infin", 8734}};

static int32_t
named(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (strlen(others[i].name) == len &&
		    memcmp(others[i].name, s, len) == 0)
			return others[i].cp;
	for (size_t i = 0; i < sizeof(latin) / sizeof(*latin); i++)
		if (strlen(latin[i]) == len && memcmp(latin[i], s, len) == 0)
			return LATIN + (int32_t)i;
	return 0;
}

static int32_t
numbered(const char *s, size_t len)
{
	int base = len > 0 && (*s == 'x' || *s == 'X') ? 16 : 10;
	const char *digits =
	    base == 16 ? "0123456789abcdefABCDEF" : "0123456789";
	long cp;

	s += base == 16;
	len -= base == 16;
	if (len == 0 || len > 7 || strspn(s, digits) != len)
		return 0;
	cp = strtol(s, NULL, base);
	return cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF) ? 0
							       : (int32_t)cp;
}

/* The character of the entity at s, a '&', and its length; 0 for none. */
static int32_t
read_entity(const char *s, const char *end, size_t *len)
{
	size_t max = (size_t)(end - s) < NAME ? (size_t)(end - s) : NAME;
	const char *semi = memchr(s, ';', max);

	if (semi == NULL || semi == s + 1)
		return 0;
	*len = (size_t)(semi - s) + 1;
	if (s[1] != '#')
		return named(s + 1, *len - 2);
	return numbered(s + 2, *len - 3);
}

/* ---- all of it ---- */

void
html_put(struct html *h, struct buf *to, const char *s, size_t len)
{
	const char *end = s + len;

	struct ahead a = {0};

	buf_mem(to, "", 0);
	while (s < end) {
		const char *p = s;
		struct tag t;
		size_t n;
		int32_t cp;
		char c[4];

		while (p < end && *p != '<' && *p != '&')
			p++;
		buf_mem(to, s, (size_t)(p - s));
		s = p;
		if (s == end)
			break;
		if (*s == '<' && read_tag(s, end, &t, &a)) {
			s = put_tag(h, to, &t, end, &a);
		} else if (*s == '&' && (cp = read_entity(s, end, &n)) > 0) {
			if (cp == '\n' || cp == '\r')
				cp = HTML_END;
			buf_mem(to, c, utf_put(c, cp));
			h->n_char++;
			s += n;
		} else {
			buf_mem(to, s++, 1);
		}
	}
}

bool
html_looks(const char *s, size_t len)
{
	const char *end = s + len;
	struct ahead a = {0};
	struct tag t;
	size_t n;

	for (; s < end; s++)
		if ((*s == '<' && read_tag(s, end, &t, &a)) ||
		    (*s == '&' && read_entity(s, end, &n) > 0))
			return true;
	return false;
}
