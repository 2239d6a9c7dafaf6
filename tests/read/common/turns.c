/* Speaker lines, turns and hard-wrapped words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/common/turns.h"
#include "read/common/turns_name.h"
#include "read/common/wrap.h"
#include "tap.h"

/* The name that the line begins with, "" for none. */
static void
named(const char *line, const char *want, const char *want_rest)
{
	struct speakers none = {0};
	size_t name = 0;
	size_t rest = strlen(line);
	char *got;

	if (!turns_name(&none, line, strlen(line), &name, &rest)) {
		name = 0;
		rest = 0;
	}
	got = mem_copy(line, name);
	is_str(got, want, line);
	if (*want != '\0')
		is_str(line + rest, want_rest, "  text behind it");
	free(got);
}

static void
names(void)
{
	named("Jeanne Vaillant : oui.", "Jeanne Vaillant", "oui.");
	named("Jeanne Vaillant: oui.", "Jeanne Vaillant", "oui.");
	named("Jeanne Vaillant :oui.", "Jeanne Vaillant", "oui.");
	named("Paul  Rémusat\xC2\xA0: oui.", "Paul  Rémusat", "oui.");
	named("P1 : oui", "P1", "oui");
	named("P1 :", "P1", "");
	named("Élie d'Ormesson : a : b", "Élie d'Ormesson", "a : b");
	named("Élie d’Ormesson : a", "Élie d’Ormesson", "a");
	named("Jean-Luc de la Tour : a", "Jean-Luc de la Tour", "a");
	named("M. Paul Rémusat : a", "M. Paul Rémusat", "a");
	named(
	    "Un Deux Trois Quatre Cinq : a", "Un Deux Trois Quatre Cinq", "a");
	named("Un Deux Trois Quatre Cinq Six : a", "", "");
	named("Voici le plan : agir.", "", "");
	named("le président : a", "", "");
	named("de Gaulle : a", "", "");
	named("Paris, Lyon : a", "", "");
	named("À 14:30, Paul vient.", "", "");
	named("Voir Http://exemple.fr", "", "");
	named(": a", "", "");
	named(" : a", "", "");
	named("d' : a", "", "");
	named("Paul d' : a", "Paul d'", "a");
	named("", "", "");
}

static void
lone_names(void)
{
	static const char *const yes[] = {"le président",
	    "Jeanne Vaillant, ministre de la mer.",
	    "Plusieurs députés du groupe des rivières"};
	static const char *const no[] = {"Quoi ?", "Et donc...", "(Rires.)",
	    "a b c d e f g h i j k l m n o p"};

	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		ok(turns_lone_name(yes[i], strlen(yes[i])), yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		ok(!turns_lone_name(no[i], strlen(no[i])), no[i]);
}

static void
stages(void)
{
	static const char *const yes[] = {
	    "(Applaudissements)", "[…]", "(Rires.)", "[Il sort].", "()"};
	static const char *const no[] = {
	    "(oui) et (non)", "(oui", "non", "(", "[x)", ""};

	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		ok(turns_is_stage(yes[i], strlen(yes[i])), yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		ok(!turns_is_stage(no[i], strlen(no[i])), no[i]);
}

static void
add(struct turns *t, uint64_t line, const char *s)
{
	size_t blank = strspn(s, " ");

	if (s[blank] == '\0')
		turns_gap(t);
	else
		turns_line(t, line, blank > 0, s + blank, strlen(s + blank));
}

/* turn and type of every line: "0- 1- 1s": the third is a stage of turn 1 */
static void
cuts(bool lone, const char *const *line, size_t n, const char *want)
{
	struct stage stage = {0};
	struct turns t = {.unit = TURNS_TURN, .lone = lone, .stage = &stage};
	char got[256] = "";

	stage_open(&stage);

	for (size_t i = 0; i < n; i++)
		add(&t, i + 1, line[i]);
	turns_cut(&t, "test");
	for (size_t i = 0; i < t.n; i++) {
		const struct turns_line *l = &t.l[i];
		size_t at = strlen(got);

		if (l->len > 0)
			(void)snprintf(got + at, sizeof(got) - at, "%s%zu%c",
			    at > 0 ? " " : "", l->turn,
			    l->type != NULL ? *l->type : '-');
	}
	is_str(got, want, lone ? "names alone" : "names with a colon");
	turns_free(&t);
	stage_free(&stage);
}

static void
turns(void)
{
	static const char *const named_lines[] = {"Ce soir.", "P1 : Un.", "",
	    "(Rires)", "Paul : Deux.", "Trois : quatre.", "Paul :", "P1 :"};
	static const char *const lone_lines[] = {"Séance du soir", "",
	    "  la présidente", "", "  . La parole est à tous.", "(Rires.)", "",
	    "Suite du débat", "", "  Paul, ministre.", "", "   Je la prends.",
	    "Voilà.", "", "Titre seul", "", "Encore."};

	cuts(false, named_lines, sizeof(named_lines) / sizeof(*named_lines),
	    "0- 1- 1s 2- 3-");
	cuts(true, lone_lines, sizeof(lone_lines) / sizeof(*lone_lines),
	    "1l 1- 1s 2l 2- 2- 2l 2-");
}

static void
cut(const char *head, const char *tail, bool want)
{
	ok(wrap_cuts(head, strlen(head), tail, strlen(tail)) == want, head);
}

static void
wrapped(void)
{
	cut("le gouverne-", "ment veut", true);
	cut("l'autori-", "té", true);
	cut("éco-", "nomie", true);
	cut("peut-", "être", false);
	cut("dit-", "il.", false);
	cut("rendez-", "vous", false);
	cut("c'est-à-", "dire", false);
	cut("vis-", "à-vis", false);
	cut("Jean-", "Luc", false);
	cut("URSS-", "nord", false);
	cut("2-", "trois", false);
	cut("fin -", "mot", false);
	cut("fin", "mot", false);
	cut("", "", false);
}

int
main(void)
{
	names();
	lone_names();
	stages();
	turns();
	wrapped();
	return done();
}
