/* Dates and times of French texts. */
#include "lib/lang/fr/calendar.h"
#include "tap.h"

/* The date found in text, its span behind it: "2025-10-03 [Le 3 ...]". */
static void
found(const char *text, const char *want)
{
	struct date d;
	char iso[DATE_ISO];
	char got[256] = "none";
	size_t from;
	size_t to;

	if (calendar_find(text, strlen(text), &d, &from, &to)) {
		date_iso(&d, iso);
		(void)snprintf(got, sizeof(got), "%s [%.*s]", iso,
		    (int)(to - from), text + from);
	}
	is_str(got, want, text);
}

static void
parsed(const char *text, const char *want)
{
	struct date d;
	char iso[DATE_ISO] = "none";

	if (calendar_parse(text, strlen(text), &d))
		date_iso(&d, iso);
	is_str(iso, want, text);
}

static void
timed(const char *text, const char *want)
{
	char iso[DATE_ISO];
	char got[128] = "none";
	size_t from;
	size_t to;

	if (calendar_time(text, strlen(text), iso, &from, &to))
		(void)snprintf(got, sizeof(got), "%s [%.*s]", iso,
		    (int)(to - from), text + from);
	is_str(got, want, text);
}

static void
nearest(const char *text, const char *ref, const char *want)
{
	struct date d;
	struct date r;
	char iso[DATE_ISO];
	size_t from;
	size_t to;

	ok(calendar_find(text, strlen(text), &d, &from, &to) && d.year == 0 &&
		calendar_parse(ref, strlen(ref), &r),
	    text);
	date_near(&d, &r);
	date_iso(&d, iso);
	is_str(iso, want, text);
}

static void
check_find(void)
{
	found("Vendredi 3 octobre 2025 – (Canton)",
	    "2025-10-03 [Vendredi 3 octobre 2025]");
	found("OLHAIN – 12 septembre 2025", "2025-09-12 [12 septembre 2025]");
	found("Publié le 1er octobre 2025", "2025-10-01 [le 1er octobre 2025]");
	found("1\xE1\xB5\x89\xCA\xB3 août 1944", "1944-08-01 [1ᵉʳ août 1944]");
	found("LE 2 FÉVRIER 2021.", "2021-02-02 [LE 2 FÉVRIER 2021]");
	found("le 2 fe\xCC\x81vrier 2021", "none");
	found("3\xC2\xA0"
	      "déc. 2024 à Lens",
	    "2024-12-03 [3\xC2\xA0"
	    "déc. 2024]");
	found("Mercredi 3 et jeudi 4 juin 2026",
	    "2026-06-03 [Mercredi 3 et jeudi 4 juin 2026]");
	found("du 30 mai au 1er juin 2025",
	    "2025-05-30 [du 30 mai au 1er juin 2025]");
	found(
	    "les 3, 4 et 5 juin 2025", "2025-06-03 [les 3, 4 et 5 juin 2025]");
	found("en octobre 2025, à Arras", "2025-10 [octobre 2025]");
	found("le 3/10/2025", "2025-10-03 [le 3/10/2025]");
	found("03.10.2025", "2025-10-03 [03.10.2025]");
	found("2025-10-03T14:00", "2025-10-03 [2025-10-03]");
	found("30 février 2025", "none");
	found("29 février 2024", "2024-02-29 [29 février 2024]");
	found("29 février 1900", "none");
	found("31/13/2025", "none");
	found("30 ans de Pas-de-Calais Actif", "none");
	found("article 3 mais 4 articles", "none");
	found("", "none");
}

int
main(void)
{
	check_find();
	parsed("2025-10-03", "2025-10-03");
	parsed(" 3 octobre 2025 ", "2025-10-03");
	parsed("2025-10", "2025-10");
	parsed("1794", "1794");
	parsed("20251003", "2025-10-03");
	parsed("20251303", "none");
	parsed("0000", "none");
	parsed("3 octobre", "none");
	parsed("3 octobre 2025 à Lens", "none");
	parsed("hier", "none");
	nearest("Mercredi 3 et jeudi 4 juin", "2025-10-04", "2025-06-03");
	nearest("28 décembre", "2025-01-04", "2024-12-28");
	nearest("5 janvier", "2024-12-28", "2025-01-05");
	nearest("29 février", "2025-03-01", "2024-02-29");
	ok(calendar_month("mars") == 3 && calendar_month("aout") == 8,
	    "months by their names");
	ok(calendar_month("sept") == 0 && calendar_month("") == 0,
	    "no short names");
	timed("14h Lens", "14:00 [14h]");
	timed("à 9 h 05", "09:05 [9 h 05]");
	timed("18h30-20h", "18:30 [18h30]");
	timed("14:45", "14:45 [14:45]");
	timed("25h", "none");
	timed("12 hommes", "none");
	timed("10 heures", "10:00 [10 heures]");
	return done();
}
