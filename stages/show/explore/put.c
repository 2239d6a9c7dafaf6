#include "put.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/stream/vrt.h"
#include "pack.h"

/* ---- sources ---- */

static bool
ends_with(const char *s, const char *end)
{
	size_t len = strlen(s);
	size_t n = strlen(end);

	return len > n && *s != '.' && strcmp(s + len - n, end) == 0;
}

/* What would end the element that it stands in, or change how it is read. */
static void
check_source(const struct in *in, const char *s)
{
	static const char *const bad[] = {"</", "<!--"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (strstr(s, bad[i]) != NULL)
			die_data(in->name, in->line,
			    "%s cannot stand in a page: write it in parts",
			    bad[i]);
}

static void
read_source(struct buf *to, const char *path)
{
	struct in in;
	char *s;
	size_t len;

	in_open(&in, path, NULL);
	while (in_line(&in, &s, &len)) {
		size_t from = to->len;

		buf_mem(to, s, len);
		check_source(&in, to->s + from);
		buf_mem(to, "\n", 1);
	}
	in_close(&in);
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

void
put_sources(struct buf *to, const char *folder, const char *end)
{
	struct dirent **entry;
	int n = scandir(folder, &entry, NULL, by_bytes);
	bool any = false;

	if (n == -1)
		die_sys(folder);
	for (int i = 0; i < n; i++) {
		if (ends_with(entry[i]->d_name, end)) {
			char *path = mem_join(folder, "/", entry[i]->d_name);

			read_source(to, path);
			free(path);
			any = true;
		}
		free(entry[i]);
	}
	free((void *)entry);
	if (!any)
		die_data(folder, 0, "no file *%s, beside the description", end);
}

/* ---- the page ---- */

static void
put_text(struct out *o, const char *s)
{
	vrt_put_text(o, s, strlen(s));
}

static void
put_sum(struct out *o, const char *what, const struct buf *source)
{
	struct buf sum = {0};

	pack_sum(&sum, source);
	out_str(o, what);
	out_str(o, " 'sha256-");
	out_mem(o, sum.s, sum.len);
	out_str(o, "'; ");
	buf_free(&sum);
}

void
put_head(struct out *o, const struct put_page *page)
{
	out_str(o, "<!DOCTYPE html>\n<html");
	vrt_put_attr(o, "lang", page->lang);
	out_str(o,
	    ">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; ");
	put_sum(o, "style-src", &page->style);
	put_sum(o, "script-src", &page->script);
	out_str(o,
	    "base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n<title>");
	put_text(o, page->title);
	out_str(o, "</title>\n<style>");
	out_mem(o, page->style.s, page->style.len);
	out_str(o, "</style>\n</head>\n<body>\n<noscript>\n<h1>");
	put_text(o, page->title);
	out_str(o, "</h1>\n<p>");
	put_text(o, page->noscript);
	out_str(o, "</p>\n</noscript>\n");
}

void
put_part(struct out *o, const char *name, const struct buf *packed)
{
	out_str(o, "<script type=\"text/plain\"");
	vrt_put_attr(o, "id", name);
	out_str(o, ">\n");
	out_mem(o, packed->s, packed->len);
	out_str(o, "</script>\n");
}

void
put_foot(struct out *o, const struct put_page *page)
{
	out_str(o, "<script>");
	out_mem(o, page->script.s, page->script.len);
	out_str(o, "</script>\n</body>\n</html>\n");
}
