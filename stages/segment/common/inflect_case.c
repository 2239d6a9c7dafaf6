/* Capitals, as hunspell goes by them. */
#include "inflect.h"
#include "lib/text/utf.h"

enum inflect_case
inflect_case(const char *s, size_t len)
{
	size_t upper = 0;
	size_t plain = 0;
	size_t all = 0;
	bool head = false;
	size_t n;

	for (size_t i = 0; i < len; i += n, all++) {
		int32_t cp;
		int32_t low;

		n = 1;
		if (s[i] >= 'a' && s[i] <= 'z')
			continue;
		cp = utf_get(s + i, s + len, &n);
		low = utf_lower(cp);

		head = head || (i == 0 && cp != low);
		upper += cp != low;
		plain += utf_upper(cp) == low;
	}
	if (upper == 0)
		return CASE_SMALL;
	if (upper == 1 && head)
		return CASE_HEAD;
	return upper + plain == all ? CASE_ALL : CASE_MIXED;
}

void
inflect_small(struct buf *to, const char *s, size_t len, bool head)
{
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		int32_t cp = utf_lower(utf_get(s + i, s + len, &n));
		char at[4];

		buf_mem(to, at,
		    utf_put(at, i == 0 && head ? utf_upper(cp) : cp));
	}
}
