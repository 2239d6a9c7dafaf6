#include "form.h"

#include <string.h>

#include "lib/text/list.h"
#include "lib/text/utf.h"

void
form_put(struct buf *out, const char *s, size_t len)
{
	const char *end = s + len;
	size_t start = out->len;

	/* A lower-case letter takes at most one byte more than its capital. */
	buf_room(out, len * 2);
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		s += n;
		cp = cp == 0x2019 || cp == 0x02BC ? '\'' : utf_lower(cp);
		if (cp == 'u' && out->len - start >= 2 &&
		    memcmp(out->s + out->len - 2, "oe", 2) == 0) {
			out->len -= 2;
			out->len += utf_put(out->s + out->len, 0x153);
		}
		out->len += utf_put(out->s + out->len, cp);
	}
	out->s[out->len] = '\0';
}

bool
form_column(const char *name)
{
	return strcmp(name, "form") == 0 || strcmp(name, "stem") == 0;
}

void
form_straight(struct buf *out, const char *s, size_t len)
{
	static const char quote[] = "\xE2\x80\x99"; /* U+2019 */
	static const char letter[] = "\xCA\xBC";    /* U+02BC */

	buf_mem(out, "", 0);
	for (size_t i = 0; i < len;)
		if (len - i >= 3 && memcmp(s + i, quote, 3) == 0) {
			buf_mem(out, "'", 1);
			i += 3;
		} else if (len - i >= 2 && memcmp(s + i, letter, 2) == 0) {
			buf_mem(out, "'", 1);
			i += 2;
		} else
			buf_mem(out, s + i++, 1);
}

void
form_list(struct intern *words, const char *path, bool fold)
{
	struct buf b = {0};
	struct list l;
	const char *item;
	size_t len;

	list_open(&l, path);
	while ((item = list_next(&l, &len)) != NULL) {
		b.len = 0;
		form_straight(&b, item, len);
		(void)intern_add(words, b.s, b.len);
		if (!fold)
			continue;
		b.len = 0;
		form_put(&b, item, len);
		(void)intern_add(words, b.s, b.len);
	}
	list_close(&l);
	buf_free(&b);
}
