# shellcheck shell=sh disable=SC2034,SC1112
# Les étiquettes des rapports en français ; en.sh dit la même chose en anglais.
STYLE=fr
L_CORPUS='Le corpus'
L_SPEECHES='Discours'
L_ABOUT='De quoi il parle'
L_FILES='Pour aller plus loin'
L_THEMES='Thèmes'
L_NGRAMS='Mots et n-grammes'
L_SPEC='Vocabulaire spécifique'
L_FIGURES='Chiffres'
L_CONTEXT='En contexte'
c_speech=discours c_speeches=discours c_speaker=orateur c_year=année c_date=date
c_words=mots c_forms='formes différentes' c_hapax='formes uniques'
c_sentences=phrases c_speakers=orateurs c_dates=dates
c_theme=thème c_rate='pour 1 000' c_low=bas
c_high=haut c_hits=occurrences c_freq=fréquence c_term=terme
c_measure=mesure c_here=ici c_median=médiane c_lowest=minimum
c_highest=maximum c_rank=rang c_length='mots/phrase' c_period=années
c_corpus=corpus c_entries='Les mots repérés'
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
t_types='Les mots les plus fréquents (colonne %s, chacun sous sa forme la plus courante) ;
les mots grammaticaux sont laissés de côté. La colonne « discours »
donne le nombre de discours où chacun figure.'
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
t_absent='Absent du corpus.'
t_by='Par %s'
t_list_files='overview.txt         cette page
themes.txt           de quoi on parle, par partie et par mot
ngrams.txt           mots et suites de mots fréquents
specificities-*.txt  ce qui distingue chaque partie
map-*.txt            quelles parties se ressemblent : carte factorielle et arbre
classes.txt          les vocabulaires qui vont ensemble, et qui les emploie
cooccurrents.txt     les mots autour de mots choisis
segments.txt         les formules qui reviennent mot pour mot
style.txt            richesse et lisibilité de chaque discours
trends.txt           ce qui monte et descend au fil des années
sheets/              une page par discours
*.tsv                les tables, complètes : comptes, taux, spécificités
PROVENANCE.tsv       ce dont vient chaque chiffre : entrées, règles, options'
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
L_MAP='Carte et arbre' L_FACTORS='Carte factorielle' L_TREE='Arbre' L_NEAREST='Plus proches voisins'
L_COOC='Cooccurrents' L_CLASSES='Classes de vocabulaire' L_STABLE='Stabilité des classes'
L_STYLE='Richesse et lisibilité' L_RICHNESS='Richesse' L_READABILITY='Lisibilité'
L_TRENDS='Tendances' L_WORDS='Mots' L_BREAKS='Ruptures'
L_SEGMENTS='Segments répétés' L_SEGMENTS_LONG='Les plus longs'
L_SEGMENTS_FREQUENT='Les plus fréquents'
c_distance=distance c_height=hauteur c_nearest='plus proche' c_note=note c_class=classe c_segments=segments
c_value='va avec' c_inside='dans la classe' c_all='en tout' c_ratio='× par an'
c_from='dès' c_before=avant c_after=après c_segment=segment c_length_words=longueur
t_map='Analyse des correspondances des formes comptées par partie (formes dites 10 fois ou
plus, dans 2 parties ou plus). Les parties au vocabulaire semblable sont proches ;
une forme se trouve du côté des parties qui l’emploient plus que les autres. Lire
le long des axes et loin du centre : près de lui est ce que tous partagent. On
montre les 40 formes qui font le plus les axes. Trompeur quand un axe porte une
faible part de l’inertie (les pourcentages), et pour la distance d’une forme à une
partie, qui n’a pas de sens sur cette carte.'
t_map_none='Pas assez de formes pour une carte à deux axes.'
t_map_few='Il y a moins de trois parties : rien à dessiner.'
t_tree='Les parties réunies selon la distance de Labbé entre leurs vocabulaires (méthode de
Ward) : plus deux parties se rejoignent à droite, plus elles se ressemblent.
Trompeur pour des parties de tailles très inégales ou de moins de 1 000 mots, dont
les distances sont trop grandes ; un texte ajouté peut changer l’arbre.'
t_tree_many='Il y a %s parties, trop pour un dessin ; l’arbre est dans %s.'
t_nearest='La partie la plus proche de chacune selon la même distance : 0 pour les mêmes mots
dans les mêmes proportions, 1 pour aucun mot commun. La note dit où les conditions
de Labbé ne sont pas remplies.'
t_cooc='Les mots qui se trouvent à 5 mots au plus du pivot, dans sa phrase, plus que le
hasard ne le ferait attendre (indice S de Lafon, voir specificities-*.txt ; f :
près du pivot, F : en tout ; q : corrigé du nombre de mots testés). logDice se
compare entre corpus. Une distance de 1 est juste après le pivot, -1 juste avant.
Les mots grammaticaux sont omis ici ; cooccurrents.tsv les a tous. Trompeur quand
un discours répète une phrase : lire les lignes avec concordance.'
t_classes='Des segments d’environ 40 unités classés selon les mots qu’ils partagent
(classification descendante hiérarchique, Reinert 1983). Une classe est un
vocabulaire, non un thème donné d’avance : lire ses mots et ses segments, puis la
nommer. Entre parenthèses, des chi-deux. Trompeur quand les classes ne sont pas
stables : plus bas, l’indice de Jaccard dit combien d’une classe se retrouve quand
on retire les segments au sort ; sous 0,5, ne rien bâtir sur une classe.'
t_classes_size='%s segments sur %s sont dans une classe.'
t_classes_none='Aucune classe dans %s segments : trop peu, ou trop semblables.'
t_stable='Indice de Jaccard moyen de chaque classe avec la plus semblable dans les tirages
d’un bootstrap sur les segments, et l’intervalle de 95 %% des tirages : 1 est la
même classe.'
t_class_head='Classe %s (%s segments)'
t_typical='%s, ligne %s :'
t_richness='La variété du vocabulaire de chaque discours : MATTR, part moyenne de formes
différentes dans des fenêtres de 100 mots (haut : varié), et K de Yule (bas :
varié), chacun avec un intervalle à 95 %% sur ses phrases. Tous deux dépendent peu
de la longueur, à la différence du nombre de formes. Trompeur quand les intervalles
se chevauchent : aucun ordre n’est alors montré.'
t_readability='La difficulté des phrases : LIX (mots par phrase plus la part des mots de plus de 6
lettres : sous 35 facile, au-dessus de 50 difficile) et la facilité de lecture RE
de Kandel et Moles (haut : facile), avec des intervalles à 95 %% sur les phrases.
Ils ne voient que des longueurs, pas le sens ; quand la ponctuation est celle d’un
transcripteur, ils mesurent le transcripteur.'
t_trends='Le changement du taux d’année en année (régression de Poisson dont les unités sont
les discours, erreurs élargies par leur surdispersion) : × par an est le facteur du
taux, bas et haut ses limites à 95 %%, q son p corrigé de tous les termes testés.
Le taux est celui de toutes les années, pour 1 000 mots. Trompeur quand les
orateurs changent avec les années : la tendance est alors la leur. Au-dessus de
q = 0,05, ne rien bâtir sur une ligne.'
t_trends_few='Il y a moins de trois années datées : pas de tendance à montrer.'
t_breaks='Le changement unique le plus vraisemblable de chaque thème : l’année à partir de
laquelle le taux est autre, les taux avant et après, et p par permutation des
discours entre les années. On en trouve toujours un ; p dit si le hasard ferait
aussi bien.'
t_segments='Suites de deux mots ou plus qui reviennent au moins deux fois, sans franchir la
ponctuation (Salem). Les plus longues montrent les formules et citations qui
reviennent mot pour mot, les plus fréquentes les tours figés. Trompeur quand un
texte est là deux fois : make check le dit. Dans la seconde table, celles qui
commencent ou finissent par un mot grammatical sont omises ; segments.tsv a tout.'
