/* syllables - 200 words counted by hand, as they are spoken. */
#include "measure/readability/syllables.h"
#include "tap.h"

/* What the rule has to know, then the words. */
static const struct {
	const char *rule;
	const char *words; /* form=syllables, blanks between */
} list[] = {
    {"final e, es",
	"la=1 le=1 les=1 de=1 brute=1 principes=2 tomate=2 grande=1 vie=1 "
	"rue=1 idée=2 années=2 queue=1 longue=1 pique=1 peuple=1 est=1 "
	"république=3 démocratie=4 inusables=3 araignées=3 revalorisée=5"},
    {"-ent of verbs, nouns and adverbs",
	"parlent=1 pouvaient=2 établissent=3 voient=1 viennent=1 étudient=3 "
	"désignent=2 vient=1 obtient=2 maintient=2 moment=2 gouvernement=4 "
	"président=3 parents=2 argent=2 client=2 aiment=1 expriment=2 "
	"comment=2 seulement=2 souvent=2 cent=1 dents=1 urgent=2 agents=2"},
    {"e within the word",
	"petit=2 devons=2 demander=3 samedi=2 maintenant=2 développement=3 "
	"appeler=2 acheter=2 parlement=3 justement=3 rapidement=3 "
	"changement=2 entreprise=3 atelier=3 recevoir=2 ressembler=3 "
	"engagerai=3 menacera=3 observera=4 commettrait=3 fermeté=3 "
	"demeureront=3 allemand=2 boulevard=2 médecin=2"},
    {"e behind a vowel",
	"paiement=2 remerciement=4 gaieté=2 jouera=2 continuera=4 "
	"oublierait=3 appuierai=3 dévouement=3 tuerie=2 féerie=2"},
    {"two letters, one vowel",
	"eau=1 beauté=2 mauvais=2 aucun=2 neige=1 jeunes=1 pouvoir=2 "
	"voirie=2 roumains=2 faim=1 œuvre=1 cœur=1 asseoir=2 coûteuses=2 "
	"bureaux=2 meurtre=1 zoo=1"},
    {"two vowels",
	"chaos=2 poète=2 réunion=3 européen=4 cohérence=3 coopération=5 "
	"créer=2 obéir=3 pharaon=3 théorie=3 coalition=4 idéologie=5 "
	"réexaminé=5 échéance=3"},
    {"glides",
	"bien=1 nation=2 lion=1 lieu=1 vieux=1 société=3 question=2 rien=1 "
	"louer=1 oui=1 jouet=1 fouine=1 tuer=1 nuage=1 situation=3 nuit=1 "
	"suicide=2 aujourd'hui=3 tueurs=1 million=2 science=1 résolution=4 "
	"singulièrement=4 associerons=4"},
    {"no glides behind two consonants",
	"prier=2 février=3 ouvrier=3 plier=2 client=2 quatrième=3 cruel=2 "
	"éblouir=3 trouer=2 industriel=4 bruit=1 trois=1 pluie=1 "
	"construire=2 propriété=4 affluence=3 encrier=3"},
    {"tréma",
	"naïf=2 haïr=2 noël=2 maïs=2 laïcité=4 héroïque=3 "
	"ambiguïté=5 aïeul=2 païen=2 faïence=2 aiguë=2 israël=3"},
    {"y",
	"y=1 yeux=1 payer=2 pays=2 paysan=3 voyage=2 citoyen=3 royal=2 "
	"essuyer=3 système=2 lyon=1 croyants=2 envoyé=3 essayiste=3 hymne=1"},
    {"qu, gu, ge",
	"qui=1 quatre=1 équipe=2 longue=1 guerre=1 guide=1 aigu=2 piqûre=2 "
	"mangeons=2 geôle=1 largeur=2 quinquennat=3 changeait=2"},
    {"ill, il",
	"travail=2 travailler=3 fille=1 famille=2 conseil=2 deuil=1 "
	"fouille=1 grenouille=2 œil=1 accueil=2 cueillir=2 juillet=2 "
	"brouillard=2 ville=1 vieillir=2 travailleras=3 billet=2"},
    {"h",
	"trahir=2 dehors=2 souhait=2 hier=1 huit=1 inhumaines=3 "
	"rehaussés=3 vihuela=3"},
    {"hyphens and apostrophes",
	"l'=0 d'=0 qu'=0 jusqu'=1 lorsqu'=1 -t-il=1 -là=1 -je=0 peut-être=2 "
	"celui-ci=3 c'est-à-dire=3 contre-pouvoir=3 quelqu'un=2 presqu'île=2 "
	"pouvoir_d'achat=4"},
    {"letters that are spelt",
	"sncf=4 cgt=3 tgv=3 rsa=3 pme=3 tva=3 onu=2 otan=2 www=9 km=3"},
    {"abbreviations, figures, others",
	"mme=2 m.=2 etc.=4 g20=2 1er=2 août=1 abbaye=3 poêle=1 moelle=1"},
    {"words from elsewhere",
	"facebook=2 week-end=2 "
	"leader=2 brexit=2"},
};

static void
check(
    const struct syllables *t, const char *rule, const char *words, unsigned *n)
{
	char form[64];
	char name[160];

	while (*words != '\0') {
		size_t len = strcspn(words, "=");
		uint32_t want = (uint32_t)(words[len + 1] - '0');

		memcpy(form, words, len);
		form[len] = '\0';
		(void)snprintf(name, sizeof(name), "%s: %s", rule, form);
		is_u64(syllables_of(t, form, len), want, name);
		words += len + 2;
		words += strspn(words, " ");
		(*n)++;
	}
}

int
main(void)
{
	struct syllables t;
	unsigned n = 0;
	char word[3 * 200 + 1];

	syllables_open(&t, "pipeline/rules/fr/syllables.tsv");
	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		check(&t, list[i].rule, list[i].words, &n);
	ok(n >= 150, "150 words and more");
	is_u64(syllables_of(&t, "", 0), 0, "nothing");
	for (size_t i = 0; i < 200; i++)
		memcpy(word + 3 * i, "bin", 4);
	is_u64(syllables_of(&t, word, 600), 200, "a word of 600 letters");
	syllables_close(&t);
	syllables_open(&t, NULL);
	is_u64(syllables_of(&t, "président", 10), 2, "without the list");
	syllables_close(&t);
	return done();
}
