/* Tenses of French verbs: of forms, and of forms in sentences. */
#include "lib/lang/fr/tense.h"

#include <stdio.h>
#include <string.h>

#include "tap.h"

static const char *const name[TENSES] = {"-", "present", "imperfect", "past",
    "future", "conditional", "subjunctive", "imperative", "perfect",
    "pluperfect", "infinitive", "participle"};

/* What forms of an infinitive may be: "form form ...", all the same. */
static void
forms(const char *infinitive, const char *list, const char *want)
{
	while (*list != '\0') {
		size_t len = strcspn(list, " ");
		char form[64];
		char got[128] = "";
		uint32_t may;

		(void)snprintf(form, sizeof(form), "%.*s", (int)len, list);
		may = tense_forms(form, infinitive);
		for (int t = 0; t < TENSES; t++)
			if (may & TENSE_BIT(t))
				(void)snprintf(got + strlen(got),
				    sizeof(got) - strlen(got), "%s%s",
				    *got != '\0' ? " " : "", name[t]);
		is_str(got, want, form);
		list += len + (list[len] == ' ');
	}
}

static void
check_first(void)
{
	forms("aimer", "aime", "present subjunctive imperative");
	forms("aimer", "aimes aiment", "present subjunctive");
	forms("aimer", "aimons aimez", "present imperative");
	forms("aimer", "aimions aimiez", "imperfect subjunctive");
	forms("aimer", "aimais aimait aimaient", "imperfect");
	forms("aimer", "aimai aimas aima aimâmes aimâtes aimèrent", "past");
	forms("aimer", "aimerai aimera aimerons aimeront", "future");
	forms("aimer", "aimerais aimerait aimerions", "conditional");
	forms("aimer", "aimasse aimât aimassent", "subjunctive");
	forms("aimer", "aimé aimée aimés aimées aimant", "participle");
	forms("aimer", "aimer", "infinitive");
	forms("aimer", "aimable aimoir", "");
	/* stems that look like endings */
	forms("passer", "passe", "present subjunctive imperative");
	forms("préparer", "préparait", "imperfect");
	forms("étudier", "étudions", "present imperative");
	forms("étudier", "étudiions", "imperfect subjunctive");
	forms("payer", "paient payent", "present subjunctive");
	forms("payer", "payaient", "imperfect");
	forms("créer", "crée", "present subjunctive imperative");
	forms("créer", "créé créée", "participle");
}

/* Stems that change. */
static void
check_stems(void)
{
	forms("appeler", "appellera appellerons", "future");
	forms("lever", "lèverait", "conditional");
	forms("envoyer", "enverra enverront", "future");
	forms("renvoyer", "renverra", "future");
	forms("envoyer", "envoya", "past");
	forms("finir", "finit", "present past");
	forms("finir", "finissait", "imperfect");
	forms("finir", "finisse", "subjunctive");
	forms("finir", "finissent", "present subjunctive");
	forms("finir", "finîmes finirent", "past");
	forms("finir", "finît", "subjunctive");
	forms("partir", "part", "present");
	forms("partir", "pars", "present imperative");
	forms("dire", "dites", "present imperative participle");
	forms("dire", "dit", "present past participle");
	forms("prendre", "prend", "present");
	forms("prendre", "prennent", "present subjunctive");
	forms("prendre", "prenne", "subjunctive");
	forms("prendre", "prîmes prirent", "past");
	forms("vendre", "vend", "present");
	forms("vendre", "vendu vendues vendant", "participle");
	forms("craindre", "craint", "present participle");
	forms("résoudre", "résolvons", "present imperative");
	forms("tenir", "tînmes tinrent", "past");
	forms("tenir", "tînt", "subjunctive");
	forms("recevoir", "reçoit", "present");
	forms("recevoir", "reçûmes", "past");
	forms("connaître", "connaît connait", "present");
	forms("connaître", "connaitre connaître", "infinitive");
	forms("connaître", "connut", "past");
	forms("naître", "naquit", "past");
	forms("voir", "verra", "future");
	forms("prévoir", "prévoira", "future");
	forms("devoir", "dussent dût", "subjunctive");
}

/* être, avoir, aller, faire, savoir. */
static void
check_frequent(void)
{
	forms("être", "suis est sommes êtes sont", "present");
	forms("être", "sois", "subjunctive imperative");
	forms("être", "soit", "subjunctive");
	forms("être", "fut furent fûmes", "past");
	forms("être", "fût fussent", "subjunctive");
	forms("être", "étant été", "participle");
	forms("avoir", "a ont avons", "present");
	forms("avoir", "eût ait", "subjunctive");
	forms("avoir", "ayant eu eues", "participle");
	forms("aller", "va", "present imperative");
	forms("aller", "vont vais", "present");
	forms("aller", "ira iront", "future");
	forms("aller", "alla allèrent", "past");
	forms("aller", "aille", "subjunctive");
	forms("aller", "allons", "present imperative");
	forms("installer", "installent", "present subjunctive");
	forms("aller", "allé allée", "participle");
	forms("aller", "allait", "imperfect");
	forms("faire", "font", "present");
	forms("faire", "fasse", "subjunctive");
	forms("faire", "fera", "future");
	forms("savoir", "sache", "subjunctive imperative");
	forms("pouvoir", "pouvez peuvent", "present");
	forms("inconnu", "inconnu", "infinitive");
	forms("défaire", "dé", "");
	forms("revenir", "re", "");
	forms("rendre", "rend", "present");
	is_str(tense_forms("", "re") == 0 ? "none" : "some", "some", "empty");
	forms("<unknown>", "parle", "");
}

/* A sentence of form/lemma/POS with blanks between: the tenses of its verbs. */
static void
tell(const char *sentence, const char *want)
{
	struct tense_word w[32];
	enum tense tense[32];
	size_t n = 0;
	char text[512];
	char got[256] = "";
	char *save = NULL;

	(void)snprintf(text, sizeof(text), "%s", sentence);
	for (char *s = strtok_r(text, " ", &save); s != NULL;
	     s = strtok_r(NULL, " ", &save)) {
		char *lemma = strchr(s, '/');
		char *pos = strrchr(s, '/');

		*lemma = '\0';
		*pos = '\0';
		w[n++] = tense_word(s, lemma < pos ? lemma + 1 : s, pos + 1);
	}
	tense_tell(w, n, tense);
	for (size_t i = 0; i < n; i++)
		if (tense_is_verb(&w[i]))
			(void)snprintf(got + strlen(got),
			    sizeof(got) - strlen(got), "%s%s",
			    *got != '\0' ? " " : "", name[tense[i]]);
	is_str(got, want, sentence);
}

#define IL "il/PRON "
#define LOI "la/DET loi/NOUN "

static void
check_sentences(void)
{
	tell(IL "a/avoir/AUX voté/voter/VERB", "perfect participle");
	tell(IL "a/avoir/VERB " LOI, "present");
	tell(IL "n'/ADV avait/avoir/AUX pas/ADV toujours/ADV dit/dire/VERB",
	    "pluperfect participle");
	tell(IL "a/avoir/AUX en/ADP effet/NOUN dit/dire/VERB",
	    "perfect participle");
	tell(IL "aura/avoir/AUX fini/finir/VERB", "future participle");
	tell(LOI "est/être/AUX votée/voter/VERB", "present participle");
	tell(IL "est/être/AUX venu/venir/VERB", "perfect participle");
	tell(IL "s'/PRON était/être/AUX levé/lever/VERB",
	    "pluperfect participle");
	tell("je/PRON m'/PRON en/PRON suis/être/AUX occupé/occuper/VERB",
	    "perfect participle");
	tell("il/PRON m'/PRON est/être/AUX demandé/demander/VERB",
	    "present participle");
	tell("nous/PRON nous/PRON sommes/être/AUX réunis/réunir/VERB",
	    "perfect participle");
	tell("nous/PRON sommes/être/AUX réunis/réunir/VERB",
	    "present participle");
	tell(LOI "a/avoir/AUX été/être/AUX mise/mettre/VERB",
	    "perfect participle participle");
	/* of several forms: dit, aimions, vote */
	tell(IL "dit/dire/VERB oui/ADV", "present");
	tell(IL "finit/finir/VERB et/CCONJ " IL "réunit/réunir/VERB",
	    "present present");
	tell(IL "finit/finir/VERB et/CCONJ " IL "alla/aller/VERB", "past past");
	tell("nous/PRON aimions/aimer/VERB " LOI, "imperfect");
	tell("il/PRON faut/falloir/VERB que/SCONJ nous/PRON aimions/aimer/VERB",
	    "present subjunctive");
	tell("il/PRON faut/falloir/VERB donc/ADV qu'/SCONJ " IL
	     "vote/voter/VERB " LOI,
	    "present subjunctive");
	tell(IL "sait/savoir/VERB qu'/SCONJ il/PRON vote/voter/VERB",
	    "present present");
	tell("pour/ADP que/SCONJ " LOI "passe/passer/VERB", "subjunctive");
	tell("ce/PRON que/PRON " IL "vote/voter/VERB", "present");
	tell("un/DET texte/NOUN écrit/écrire/VERB par/ADP eux/PRON",
	    "participle");
	/* orders and questions */
	tell("votons/voter/VERB " LOI "!/PUNCT", "imperative");
	tell("nous/PRON votons/voter/VERB " LOI "./PUNCT", "present");
	tell("pouvez/pouvoir/VERB -vous/PRON voter/voter/VERB ?/PUNCT",
	    "present infinitive");
	tell("voulez/vouloir/VERB -vous/PRON voter/voter/VERB ?/PUNCT",
	    "present infinitive");
	tell("souvenez/souvenir/VERB -vous/PRON !/PUNCT", "imperative");
	tell("dites/dire/VERB -le/PRON !/PUNCT", "imperative");
	tell("regarde/regarder/VERB -moi/PRON !/PUNCT", "imperative");
	tell("parle/parler/VERB -t-il/PRON ?/PUNCT", "present");
	tell(LOI, "");
}

int
main(void)
{
	check_first();
	check_stems();
	check_frequent();
	check_sentences();
	return done();
}
