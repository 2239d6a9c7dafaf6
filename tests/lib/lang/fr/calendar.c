/* Dates and times of French texts. */
#include "lib/lang/fr/calendar.h"
#include "tap.h"

/* The date found in text, its span behind it: "2025-10-03 [Le 3 ...]". */
static void
found(const char *text, const char *want)
{
	struct calendar_date x;
	char iso[DATE_ISO];
	char end[DATE_ISO] = "";
	char got[256] = "none";

	if (calendar_find(text, strlen(text), &x)) {
		date_iso(&x.day[0], iso);
		if (x.day[1].month > 0)
			date_iso(&x.day[1], end);
		(void)snprintf(got, sizeof(got), "%s%s%s [%.*s]", iso,
		    *end != '\0' ? "/" : "", end, (int)(x.to - x.from),
		    text + x.from);
	}
	is_str(got, want, text);
}

static void
parsed(const char *text, const char *want)
{
	struct calendar_date x;
	char iso[DATE_ISO] = "none";

	if (calendar_parse(text, strlen(text), &x))
		date_iso(&x.day[0], iso);
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
	struct calendar_date x;
	struct calendar_date r;
	char iso[DATE_ISO];

	ok(calendar_find(text, strlen(text), &x) && x.day[0].year == 0 &&
		calendar_parse(ref, strlen(ref), &r),
	    text);
	date_near(&x.day[0], &r.day[0]);
	date_iso(&x.day[0], iso);
	is_str(iso, want, text);
}

static void
check_spans(void)
{
	found(
	    "1er au 3 mars 2024", "2024-03-01/2024-03-03 [1er au 3 mars 2024]");
	found("du 1er au 3 mars 2024",
	    "2024-03-01/2024-03-03 [du 1er au 3 mars 2024]");
	found("30 avril - 2 mai 2024",
	    "2024-04-30/2024-05-02 [30 avril - 2 mai 2024]");
	found("30 avril–2 mai 2024",
	    "2024-04-30/2024-05-02 [30 avril–2 mai 2024]");
	found("28 décembre 2023 au 3 janvier 2024",
	    "2023-12-28/2024-01-03 [28 décembre 2023 au 3 janvier 2024]");
	found("28 décembre au 3 janvier 2024",
	    "2023-12-28/2024-01-03 [28 décembre au 3 janvier 2024]");
	found(
	    "1er et 2 mars 2024", "2024-03-01/2024-03-02 [1er et 2 mars 2024]");
	found("1-3 mars 2024", "2024-03-01/2024-03-03 [1-3 mars 2024]");
	found("du vendredi 1er au dimanche 3 mars 2024",
	    "2024-03-01/2024-03-03 [du vendredi 1er au dimanche 3 mars 2024]");
	found("du 1er mars 2024 au 3 mars 2024",
	    "2024-03-01/2024-03-03 [du 1er mars 2024 au 3 mars 2024]");
	found("1er mars jusqu’au 3 avril 2024",
	    "2024-03-01/2024-04-03 [1er mars jusqu’au 3 avril 2024]");
	found("3 mars, 4 avril et 5 mai 2024",
	    "2024-03-03/2024-05-05 [3 mars, 4 avril et 5 mai 2024]");
	found("du 1/3/2024 au 3/3/2024",
	    "2024-03-01/2024-03-03 [du 1/3/2024 au 3/3/2024]");
	found("du 01/03 au 03/03/2024",
	    "2024-03-01/2024-03-03 [du 01/03 au 03/03/2024]");
	found("2024-03-01/2024-03-03",
	    "2024-03-01/2024-03-03 [2024-03-01/2024-03-03]");
	found("28/12 - 3/1/2024", "2023-12-28/2024-01-03 [28/12 - 3/1/2024]");
	found("mars-avril 2024", "2024-03/2024-04 [mars-avril 2024]");
	found("de décembre 2023 à janvier 2024",
	    "2023-12/2024-01 [de décembre 2023 à janvier 2024]");
	found("décembre à janvier 2024",
	    "2023-12/2024-01 [décembre à janvier 2024]");
	found("30 avril et 2 mai", "0000-04-30/0000-05-02 [30 avril et 2 mai]");
	found("3 et 1 mars 2024", "2024-03-03 [3 et 1 mars 2024]");
	found("3 mars 2024 au 1er mars 2024", "2024-03-03 [3 mars 2024]");
	found("3 mars 2024, 5 avril 2024", "2024-03-03 [3 mars 2024]");
	found("3 mars 2024 à 14 heures", "2024-03-03 [3 mars 2024]");
	found("3 mars 2024 et 14 juillet", "2024-03-03 [3 mars 2024]");
	found("3 mars 2024 - 12 rue de Lens", "2024-03-03 [3 mars 2024]");
	found("mai 68 et juin 1968", "1968-06 [juin 1968]");
	found("31 avril au 3 mai 2024", "2024-05-03 [3 mai 2024]");
	found("3 octobre 14h", "0000-10-03 [3 octobre]");
	found("de 3 à 5 élus, 3 mars 2024", "2024-03-03 [3 mars 2024]");
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
	    "2026-06-03/2026-06-04 [Mercredi 3 et jeudi 4 juin 2026]");
	found("du 30 mai au 1er juin 2025",
	    "2025-05-30/2025-06-01 [du 30 mai au 1er juin 2025]");
	found("les 3, 4 et 5 juin 2025",
	    "2025-06-03/2025-06-05 [les 3, 4 et 5 juin 2025]");
	found("en octobre 2025, à Arras", "2025-10 [octobre 2025]");
	found("le 3/10/2025", "2025-10-03 [le 3/10/2025]");
	found("03.10.2025", "2025-10-03 [03.10.2025]");
	found("2025-10-03T14:00", "2025-10-03 [2025-10-03]");
	found("le 2025/10/3.", "2025-10-03 [le 2025/10/3]");
	found("2025-6-1/2025-6-3", "2025-06-01/2025-06-03 [2025-6-1/2025-6-3]");
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
	check_spans();
	parsed("2025-10-03", "2025-10-03");
	parsed("2025/6/1", "2025-06-01");
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
