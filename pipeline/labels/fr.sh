# shellcheck shell=sh disable=SC2034,SC1112
# Les étiquettes des rapports en français ; en.sh dit la même chose en anglais.
STYLE=fr
L_OVERVIEW='Vue d’ensemble'
L_CORPUS='Le corpus'
L_SPEAKERS='Orateurs'
L_YEARS='Années'
L_SPEECHES='Discours'
L_ABOUT='De quoi il parle'
L_FILES='Pour aller plus loin'
L_THEMES='Thèmes'
L_NGRAMS='Mots et n-grammes'
L_SPEC='Vocabulaire spécifique'
L_SHEET='Discours'
L_FIGURES='Chiffres'
L_CONTEXT='En contexte'
L_UNCOVERED='(hors thème)'
c_speech=discours c_speeches=discours c_speaker=orateur c_year=année c_date=date
c_words=mots c_forms='formes différentes' c_hapax='formes uniques'
c_sentences=phrases c_speakers=orateurs c_dates=dates
c_first=premier c_last=dernier c_theme=thème c_rate='pour 1 000' c_low=bas
c_high=haut c_hits=occurrences c_freq=fréquence c_term=terme c_part=partie
c_measure=mesure c_here=ici c_median=médiane c_lowest=minimum
c_highest=maximum c_rank=rang c_length='mots/phrase' c_period=années c_mattr=MATTR
c_stem=racine c_corpus=corpus c_share='part %' c_entries='Les mots repérés'
t_none='(sans date)'
t_counted='Colonne comptée : %s. Les mots sont les unités du genre w : les nombres, la
ponctuation et les symboles ne comptent pas comme mots.'
t_about='Occurrences du dictionnaire de thèmes pour 1 000 mots, par grand thème, avec un
intervalle à 95 %% par rééchantillonnage des discours (bootstrap) : ● le taux,
├──┤ l’intervalle. Une occurrence
est un mot ou une expression du dictionnaire ; une unité compte pour un thème au
plus. Trompeur quand un seul mot fait un thème : themes.txt montre les mots.'
t_about_one='Occurrences du dictionnaire de thèmes pour 1 000 mots, par grand thème. Trop peu
de discours pour un intervalle par rééchantillonnage.'
t_coverage='%s mots sur %s (%s %%) appartiennent à une occurrence du dictionnaire.'
t_stems='Les racines les plus fréquentes, sous leur forme la plus courante ; les mots
grammaticaux sont laissés de côté. La colonne « discours » donne le nombre de
discours où la racine figure.'
t_ngrams='Suites de mots dans une phrase, sans franchir ponctuation ni nombre. Celles qui
commencent ou finissent par un mot grammatical sont omises ici ; ngrams.tsv les a
toutes.'
t_spec='Les formes qu’une partie emploie plus ou moins que le hasard ne le ferait
attendre, si les mots du corpus étaient distribués au hasard entre les parties
(loi hypergéométrique, Lafon 1980). S est la puissance de dix de la probabilité,
positive pour le suremploi, négative pour le sous-emploi ; sont montrés les |S|
de 2 et plus. f : dans la partie, F : dans le corpus. q est la probabilité
corrigée du nombre de cases testées (Benjamini et Hochberg) : au-dessus de 0,05,
ne rien bâtir sur une case. Trompeur quand quelques discours répètent un mot : la
loi suppose des mots tirés un à un.'
t_spec_head='%s (%s mots)'
t_one='Il n’y a qu’une partie : rien à comparer.'
t_largest='Les %s plus grandes parties sur %s ; toutes sont dans %s.'
t_longest='Les %s plus longs sur %s ; tous sont dans %s.'
t_sheets='Il y a une page dans sheets/ pour les %s plus longs discours (SHEETS_MOST).'
t_nothing='Rien ne passe le seuil.'
t_by='Par %s'
t_list_files='overview.txt         cette page
themes.txt           de quoi on parle, par partie et par mot
ngrams.txt           mots et suites de mots fréquents
specificities-*.txt  ce qui distingue chaque partie
sheets/              une page par discours
*.tsv                toutes les tables, complètes : comptes, taux, spécificités, chiffres
PROVENANCE.tsv       entrées, règles, programmes et options derrière chaque chiffre'
t_sheet='Face aux autres discours du corpus : médiane, minimum, maximum, et rang de ce
discours (1 est le plus haut).'
t_sheet_themes='Thèmes de ce discours pour 1 000 mots, avec un intervalle à 95 %% (bas, haut)
par rééchantillonnage de ses %s phrases (bootstrap), à côté du corpus entier.'
t_sheet_themes_few='Thèmes de ce discours pour 1 000 mots, à côté du corpus entier. Moins
de %s phrases : trop peu pour un intervalle par rééchantillonnage.'
t_sheet_spec='Formes que ce discours emploie plus que le hasard ne le ferait attendre (S, voir
specificities-*.txt), les plus fortes d’abord.'
t_entries='Les mots du dictionnaire derrière les occurrences des plus grands thèmes. Quand un
seul mot fait l’essentiel d’un thème, le thème est ce mot.'
m_words=mots m_forms='formes différentes' m_sentence='mots par phrase' m_word='lettres par mot'
m_ttr='rapport types/occurrences' m_mattr='MATTR (100)' m_hapax='hapax, % des formes'
m_questions='questions, % des phrases' m_exclamations='exclamations, %'
m_i='je, me, mon..., pour 1 000' m_we='nous, notre..., pour 1 000'
