<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CommonNoise</name>
    <message>
        <source>Common noise: all lanes start from the same draw, and none draws more.</source>
        <translation>Gemeinsames Rauschen: Alle Spuren beginnen mit derselben Ziehung, und keine zieht weiter.</translation>
    </message>
    <message>
        <source>Common noise: all lanes start from the same draw; only lane %1 draws more at its steps.</source>
        <translation>Gemeinsames Rauschen: Alle Spuren beginnen mit derselben Ziehung; nur Spur %1 zieht in ihren Schritten weiter.</translation>
    </message>
    <message>
        <source>All lanes start from the same draw. What they draw at their steps is not common: lanes %1 and %2 take different steps.</source>
        <translation>Alle Spuren beginnen mit derselben Ziehung. Was sie in ihren Schritten ziehen, ist nicht gemeinsam: Die Spuren %1 und %2 machen verschiedene Schritte.</translation>
    </message>
    <message>
        <source>Common noise: the same draw at the start, and the same at each step for the lanes that draw there.</source>
        <translation>Gemeinsames Rauschen: dieselbe Ziehung am Anfang und in jedem Schritt der Spuren, die dort ziehen.</translation>
    </message>
    <message>
        <source>No common noise: lanes %1 and %2 have different seeds.</source>
        <translation>Kein gemeinsames Rauschen: Die Spuren %1 und %2 haben verschiedene Startwerte.</translation>
    </message>
    <message>
        <source>No common noise: lanes %1 and %2 have canvases of different lengths.</source>
        <translation>Kein gemeinsames Rauschen: Die Leinwände der Spuren %1 und %2 sind verschieden lang.</translation>
    </message>
    <message>
        <source>The same draw at the start, but at different temperatures in lanes %1 and %2.</source>
        <translation>Dieselbe Ziehung am Anfang, aber in den Spuren %1 und %2 mit verschiedener Temperatur.</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>The name of a figure must end in .pdf, .svg or .png, not “%1”.</source>
        <translation>Der Name einer Abbildung muss auf .pdf, .svg oder .png enden, nicht „%1“.</translation>
    </message>
    <message>
        <source>The figure could not be written to “%1”: %2</source>
        <translation>Die Abbildung ließ sich nicht nach „%1“ schreiben: %2</translation>
    </message>
    <message>
        <source>The figure could not be painted; it may be too large.</source>
        <translation>Die Abbildung ließ sich nicht zeichnen; sie ist womöglich zu groß.</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2</source>
        <translation>„%1“ ließ sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>“%1” carries no recipe; it is not a figure of this program.</source>
        <translation>„%1“ enthält kein Rezept; es ist keine Abbildung dieses Programms.</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Scalable vector graphics (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture, 300 dpi (*.png)</source>
        <translation>PNG-Bild, 300 dpi (*.png)</translation>
    </message>
</context>
<context>
    <name>MetricNames</name>
    <message>
        <source>Slots</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Length ratio</source>
        <translation>Längenverhältnis</translation>
    </message>
    <message>
        <source>Corpus BLEU as sacreBLEU computes it (13a words, up to 4-grams, exponential smoothing), 0 to 100; of one row: sentence BLEU</source>
        <translation>Korpus-BLEU, wie sacreBLEU es berechnet (13a-Wörter, bis zu 4-Grammen, exponentielle Glättung), 0 bis 100; für eine einzelne Zeile: Satz-BLEU</translation>
    </message>
    <message>
        <source>Mean sentence BLEU as DiffuSeq reports it (NLTK, smoothing method 4), 0 to 1</source>
        <translation>Mittleres Satz-BLEU, wie DiffuSeq es angibt (NLTK, Glättung nach Methode 4), 0 bis 1</translation>
    </message>
    <message>
        <source>chrF2: F-measure of character n-grams up to 6, recall counts twice, as sacreBLEU computes it, 0 to 100</source>
        <translation>chrF2: F-Maß der Zeichen-n-Gramme bis 6, Trefferquote zählt doppelt, wie sacreBLEU es berechnet, 0 bis 100</translation>
    </message>
    <message>
        <source>Mean ROUGE-L: F-measure of the longest common subsequence of words, lower case, 0 to 1</source>
        <translation>Mittleres ROUGE-L: F-Maß der längsten gemeinsamen Wortfolge, in Kleinschreibung, 0 bis 1</translation>
    </message>
    <message>
        <source>Share of the source&apos;s slot values said word for word in the reference that the text says too, any case, 0 to 1</source>
        <translation>Anteil der Angaben der Quelle, die die Vorlage wörtlich sagt und der Text auch, Groß- und Kleinschreibung gleich, 0 bis 1</translation>
    </message>
    <message>
        <source>Words of the texts divided by words of the references; 1: as long as these</source>
        <translation>Wörter der Texte geteilt durch Wörter der Vorlagen; 1: so lang wie diese</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Wörtlich gleich</translation>
    </message>
    <message>
        <source>Share of the texts that have exactly the reference&apos;s words, 0 to 1</source>
        <translation>Anteil der Texte, die genau die Wörter der Referenz haben, 0 bis 1</translation>
    </message>
</context>
<context>
    <name>SweepNames</name>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>TokenGrid</name>
    <message>
        <source>Colour: margin between nearest and second-nearest token (L2 distance)</source>
        <translation>Farbe: Vorsprung des nächsten vor dem zweitnächsten Token (L2-Abstand)</translation>
    </message>
    <message>
        <source>Colour: distance to the nearest token (L2)</source>
        <translation>Farbe: Abstand zum nächsten Token (L2)</translation>
    </message>
    <message>
        <source>Colour: token differs from the step before</source>
        <translation>Farbe: Token anders als im Schritt davor</translation>
    </message>
    <message>
        <source>Colour: absorbing state</source>
        <translation>Farbe: absorbierender Zustand</translation>
    </message>
    <message>
        <source>Colour: step of the token’s last change</source>
        <translation>Farbe: Schritt der letzten Änderung des Tokens</translation>
    </message>
    <message>
        <source>Margin: L2 distance of the x₀ prediction to its second-nearest token embedding, minus the distance to its nearest. Zero: undecided. Unit: lengths of the embedding space.</source>
        <translation>Vorsprung: L2-Abstand der x₀-Vorhersage zur zweitnächsten Token-Einbettung minus Abstand zur nächsten. Null: unentschieden. Einheit: Längen des Einbettungsraums.</translation>
    </message>
    <message>
        <source>Distance: L2 distance of the x₀ prediction to the embedding of its nearest token. Unit: lengths of the embedding space.</source>
        <translation>Abstand: L2-Abstand der x₀-Vorhersage zur Einbettung ihres nächsten Tokens. Einheit: Längen des Einbettungsraums.</translation>
    </message>
    <message>
        <source>Changed: the nearest token of the x₀ prediction is another one than at the recorded step before.</source>
        <translation>Geändert: Das nächste Token der x₀-Vorhersage ist ein anderes als im aufgezeichneten Schritt davor.</translation>
    </message>
    <message>
        <source>Absorbed: the step replaced the position by the absorbing state m (discrete noise). Near: m is nearer to the state than any token embedding.</source>
        <translation>Absorbiert: Der Schritt hat die Position durch den absorbierenden Zustand m ersetzt (diskretes Rauschen). Nah: m liegt dem Zustand näher als jede Token-Einbettung.</translation>
    </message>
    <message>
        <source>Committed: from this step on the nearest token of the x₀ prediction no longer changes.</source>
        <translation>Festgelegt: Ab diesem Schritt ändert sich das nächste Token der x₀-Vorhersage nicht mehr.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>replaced by m</source>
        <translation>durch m ersetzt</translation>
    </message>
    <message>
        <source>nearest to m</source>
        <translation>m am nächsten</translation>
    </message>
    <message>
        <source>step 0</source>
        <translation>Schritt 0</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>other token than lane %1</source>
        <translation>anderes Token als Spur %1</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>No model is open; open a model folder first.</source>
        <translation>Kein Modell ist offen; zuerst einen Modellordner öffnen.</translation>
    </message>
    <message>
        <source>Trained on one CPU core. Most acts come out as fluent sentences with their values; rare and long ones still with words missing.</source>
        <translation>Auf einem CPU-Kern trainiert. Die meisten Dialogakte werden flüssige Sätze mit ihren Werten; seltenen und langen fehlen noch Wörter.</translation>
    </message>
    <message>
        <source>English words to their sounds, ARPAbet phonemes without stress.</source>
        <translation>Englische Wörter zu ihren Lauten, ARPAbet-Phoneme ohne Betonung.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no sentences.</source>
        <translation>„%1“ enthält keine Sätze.</translation>
    </message>
    <message>
        <source>The texts of this setting are not kept any more; run the sweep again.</source>
        <translation>Die Sätze dieser Einstellung sind nicht mehr aufgehoben; die Reihe noch einmal starten.</translation>
    </message>
    <message>
        <source>The spacing is measured along a finished run of at least two steps; let a fine run finish first.</source>
        <translation>Die Zeitpunkte werden an einem fertigen Lauf von mindestens zwei Schritten gemessen; erst einen feinen Lauf beenden lassen.</translation>
    </message>
    <message>
        <source>The spacing is measured on latents, which this run has not kept.</source>
        <translation>Die Zeitpunkte werden an latenten Werten gemessen, und dieser Lauf hat keine aufgehoben.</translation>
    </message>
    <message>
        <source>The number of steps must be at least 1, not %1.</source>
        <translation>Es muss mindestens 1 Schritt sein, nicht %1.</translation>
    </message>
    <message>
        <source>Both runs must have finished, with their steps traced, to be compared.</source>
        <translation>Zum Vergleichen müssen beide Läufe fertig sein und ihre Schritte aufgezeichnet haben.</translation>
    </message>
    <message>
        <source>The runs cannot be compared: they have another source, or another size of canvas or embedding.</source>
        <translation>Die Läufe lassen sich nicht vergleichen: Ihre Quelle ist eine andere, oder Leinwand oder Einbettung sind verschieden groß.</translation>
    </message>
    <message>
        <source>The search needs at least 2 times that fall.</source>
        <translation>Die Suche braucht mindestens 2 Zeiten, die fallen.</translation>
    </message>
    <message>
        <source>The GPU refused to %1: %2.</source>
        <translation>Die GPU weigert sich, %1: %2.</translation>
    </message>
    <message>
        <source>search the nearest tokens</source>
        <translation>die nächsten Token zu suchen</translation>
    </message>
    <message>
        <source>update the state</source>
        <translation>den Zustand fortzuschreiben</translation>
    </message>
    <message>
        <source>A noise schedule needs at least 2 diffusion steps, not %1.</source>
        <translation>Ein Rauschplan braucht mindestens 2 Diffusionsschritte, nicht %1.</translation>
    </message>
    <message>
        <source>Unknown noise schedule &apos;%1&apos;; known are sqrt and linear.</source>
        <translation>Der Rauschplan „%1“ ist unbekannt; es gibt sqrt und linear.</translation>
    </message>
    <message>
        <source>The number of steps must lie between 1 and %1, not %2.</source>
        <translation>Die Zahl der Schritte muss zwischen 1 und %1 liegen; sie ist %2.</translation>
    </message>
    <message>
        <source>The program&apos;s resources were not found beside it; set DIFFUSCOPE_RESOURCES to their folder.</source>
        <translation>Was dem Programm beiliegt, war nicht neben ihm zu finden; DIFFUSCOPE_RESOURCES auf den Ordner setzen.</translation>
    </message>
    <message>
        <source>An edit must say exactly one of &apos;token&apos;, &apos;clear&apos;, &apos;renoise&apos; and &apos;source&apos;.</source>
        <translation>Eine Bearbeitung muss genau eines von „token“, „clear“, „renoise“ und „source“ nennen.</translation>
    </message>
    <message>
        <source>Position %1 cannot be edited: no text is generated there.</source>
        <translation>Position %1 lässt sich nicht bearbeiten: Dort wird kein Text erzeugt.</translation>
    </message>
    <message>
        <source>This model has no absorbing state; a position cannot be cleared to it.</source>
        <translation>Dieses Modell hat keinen absorbierenden Zustand; keine Position lässt sich auf ihn setzen.</translation>
    </message>
    <message>
        <source>The run has no step %1 to edit.</source>
        <translation>Der Lauf hat keinen Schritt %1, der sich bearbeiten ließe.</translation>
    </message>
    <message>
        <source>The edit at step %1 is outside the run: it takes the steps 0 to %2.</source>
        <translation>Die Bearbeitung in Schritt %1 liegt außerhalb des Laufs: Er nimmt die Schritte 0 bis %2.</translation>
    </message>
    <message>
        <source>Source %1 of %2: %3</source>
        <translation>Quelle %1 von %2: %3</translation>
    </message>
    <message>
        <source>The vocabulary has no token &apos;%1&apos;.</source>
        <translation>Im Vokabular gibt es kein Token „%1“.</translation>
    </message>
    <message>
        <source>The option &apos;canvas&apos; must not be larger than the model&apos;s %1 positions, not %2.</source>
        <translation>Die Option „canvas“ darf nicht größer sein als die %1 Positionen des Modells; sie ist %2.</translation>
    </message>
    <message>
        <source>The run ended in values that are not finite. Try more steps, another spacing or another solver.</source>
        <translation>Der Lauf endete in Werten, die nicht endlich sind. Mehr Schritte, andere Zeitpunkte oder einen anderen Löser versuchen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a folder.</source>
        <translation>„%1“ ist kein Ordner.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no model: there is neither model.safetensors nor a checkpoint (ema_*.pt, model*.pt).</source>
        <translation>„%1“ enthält kein Modell: Es gibt dort weder model.safetensors noch einen Sicherungspunkt (ema_*.pt, model*.pt).</translation>
    </message>
    <message>
        <source>The tokenizer in &apos;%1&apos; has %2 tokens, the model&apos;s embeddings only %3; they do not belong together.</source>
        <translation>Der Tokenizer in „%1“ hat %2 Token, die Einbettungen des Modells haben nur %3; sie gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>The option &apos;%1&apos; must lie between %2 and %3, not %4.</source>
        <translation>Die Option „%1“ muss zwischen %2 und %3 liegen; sie ist %4.</translation>
    </message>
    <message>
        <source>The mode must be &apos;faithful&apos; or &apos;as-released&apos;, not &apos;%1&apos;.</source>
        <translation>Der Modus muss „faithful“ (getreu) oder „as-released“ (wie veröffentlicht) sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>A recipe must be a JSON object.</source>
        <translation>Ein Rezept muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The recipe&apos;s &apos;%1&apos; has a value of the wrong kind.</source>
        <translation>„%1“ im Rezept hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>The recipe has an unknown key &apos;%1&apos;.</source>
        <translation>Das Rezept hat einen unbekannten Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>There is no source sentence; type one first.</source>
        <translation>Es gibt keinen Quellsatz; zuerst einen eingeben.</translation>
    </message>
    <message>
        <source>The source sentence is empty; type one first.</source>
        <translation>Der Quellsatz ist leer; zuerst einen eingeben.</translation>
    </message>
    <message>
        <source>The edit of row %1 is outside the run&apos;s rows.</source>
        <translation>Die Bearbeitung von Zeile %1 liegt außerhalb der Zeilen des Laufs.</translation>
    </message>
    <message>
        <source>The device must be &apos;cpu&apos; or &apos;cuda&apos;, not &apos;%1&apos;.</source>
        <translation>Das Gerät muss „cpu“ oder „cuda“ sein, nicht „%1“.</translation>
    </message>
    <message>
        <source>The solver &apos;%1&apos; keeps to no budget of &apos;evaluations&apos;, as its steps cost what they need; set &apos;steps&apos; instead.</source>
        <translation>Der Löser „%1“ hält kein Budget von „evaluations“ (Auswertungen) ein, da seine Schritte kosten, was sie brauchen; stattdessen „steps“ (Schritte) setzen.</translation>
    </message>
    <message>
        <source>The option &apos;evaluations&apos; must be at least %1 for this recipe, not %2.</source>
        <translation>Die Option „evaluations“ (Auswertungen) muss für dieses Rezept mindestens %1 sein; sie ist %2.</translation>
    </message>
    <message>
        <source>The solver &apos;%1&apos; has no mode &apos;%2&apos;.</source>
        <translation>Der Löser „%1“ hat keinen Modus „%2“.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a damaged trace: %2.</source>
        <translation>„%1“ ist eine beschädigte Aufzeichnung: %2.</translation>
    </message>
    <message>
        <source>its &apos;%1&apos; do not fit</source>
        <translation>„%1“ passt nicht</translation>
    </message>
    <message>
        <source>its sizes are not positive</source>
        <translation>ihre Größen sind nicht positiv</translation>
    </message>
    <message>
        <source>a row does not fit</source>
        <translation>eine Zeile passt nicht</translation>
    </message>
    <message>
        <source>a row has no source</source>
        <translation>eine Zeile hat keine Quelle</translation>
    </message>
    <message>
        <source>its sentences do not match</source>
        <translation>ihre Sätze passen nicht dazu</translation>
    </message>
    <message>
        <source>its choice does not fit</source>
        <translation>ihre Auswahl passt nicht</translation>
    </message>
    <message>
        <source>a step has no tokens</source>
        <translation>ein Schritt hat keine Token</translation>
    </message>
    <message>
        <source>it has tokens that its vocabulary lacks</source>
        <translation>sie hat Token, die ihrem Vokabular fehlen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a Diffuscope trace.</source>
        <translation>„%1“ ist keine Aufzeichnung von Diffuscope.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a damaged trace.</source>
        <translation>„%1“ ist eine beschädigte Aufzeichnung.</translation>
    </message>
    <message>
        <source>The number of resamples must lie between 1 and %1, not %2.</source>
        <translation>Die Zahl der Neuziehungen muss zwischen 1 und %1 liegen; sie ist %2.</translation>
    </message>
    <message>
        <source>There are no rows to resample.</source>
        <translation>Es gibt keine Zeilen, aus denen neu gezogen werden kann.</translation>
    </message>
    <message>
        <source>A paired comparison needs one metric of the same items for both outputs.</source>
        <translation>Ein gepaarter Vergleich braucht für beide Ausgaben ein Maß derselben Zeilen.</translation>
    </message>
    <message>
        <source>Unknown metric &apos;%1&apos;; known are %2.</source>
        <translation>Das Maß „%1“ ist unbekannt; es gibt %2.</translation>
    </message>
    <message>
        <source>Every generated text needs one reference.</source>
        <translation>Jeder erzeugte Text braucht eine Referenz.</translation>
    </message>
    <message>
        <source>There are no generated texts to evaluate.</source>
        <translation>Es gibt keine erzeugten Texte zu bewerten.</translation>
    </message>
    <message>
        <source>There is no CUDA device, or this build&apos;s LibTorch has no CUDA; choose the device &apos;cpu&apos;.</source>
        <translation>Es gibt kein CUDA-Gerät, oder LibTorch ist hier ohne CUDA; das Gerät „cpu“ wählen.</translation>
    </message>
    <message>
        <source>config.json: &apos;%1&apos; has a value of the wrong kind.</source>
        <translation>config.json: „%1“ hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>config.json: %1</source>
        <translation>config.json: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be at least 1, not %2.</source>
        <translation>„%1“ muss mindestens 1 sein, nicht %2.</translation>
    </message>
    <message>
        <source>&apos;hidden_size&apos; (%1) must be a multiple of &apos;num_attention_heads&apos; (%2).</source>
        <translation>„hidden_size“ (%1) muss ein Vielfaches von „num_attention_heads“ (%2) sein.</translation>
    </message>
    <message>
        <source>&apos;seq_len&apos; (%1) must not be larger than &apos;max_position_embeddings&apos; (%2).</source>
        <translation>„seq_len“ (%1) darf nicht größer sein als „max_position_embeddings“ (%2).</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be opened.</source>
        <translation>„%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not valid JSON.</source>
        <translation>„%1“ ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The checkpoint has no tensor &apos;%1&apos;; it is no DiffuSeq checkpoint.</source>
        <translation>Dem Sicherungspunkt fehlt der Tensor „%1“; es ist keiner von DiffuSeq.</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s data.pkl is damaged: %1.</source>
        <translation>data.pkl im Sicherungspunkt ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>The checkpoint holds a &apos;%1&apos;, which is not supported.</source>
        <translation>Der Sicherungspunkt enthält „%1“, was nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>a tensor has no storage</source>
        <translation>ein Tensor hat keinen Speicher</translation>
    </message>
    <message>
        <source>a tensor has a negative size</source>
        <translation>ein Tensor hat eine negative Größe</translation>
    </message>
    <message>
        <source>a tensor reaches beyond its storage</source>
        <translation>ein Tensor reicht über seinen Speicher hinaus</translation>
    </message>
    <message>
        <source>unknown instruction %1</source>
        <translation>unbekannte Anweisung %1</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>it refers to nothing</source>
        <translation>sie verweist auf nichts</translation>
    </message>
    <message>
        <source>entries without a dictionary</source>
        <translation>Einträge ohne ein Wörterbuch</translation>
    </message>
    <message>
        <source>a storage is not described</source>
        <translation>ein Speicher ist nicht beschrieben</translation>
    </message>
    <message>
        <source>The checkpoint wants to call &apos;%1&apos;; only plain state_dicts are read, and nothing is executed.</source>
        <translation>Der Sicherungspunkt will „%1“ aufrufen; nur schlichte state_dicts werden gelesen, und nichts wird ausgeführt.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has a tensor of type %2, which is not supported.</source>
        <translation>„%1“ enthält einen Tensor vom Typ %2, der nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>A tensor of this type cannot be written to a safetensors file.</source>
        <translation>Ein Tensor dieses Typs lässt sich nicht in eine safetensors-Datei schreiben.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: a tensor&apos;s shape does not fit the file.</source>
        <translation>„%1“ ist beschädigt: Die Form eines Tensors passt nicht zur Datei.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: a tensor lies outside the file.</source>
        <translation>„%1“ ist beschädigt: Ein Tensor liegt außerhalb der Datei.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be read to its end.</source>
        <translation>„%1“ ließ sich nicht zu Ende lesen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no tensor &apos;%2&apos;.</source>
        <translation>„%1“ hat keinen Tensor „%2“.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a safetensors file.</source>
        <translation>„%1“ ist keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a safetensors file: its header is no valid JSON description.</source>
        <translation>„%1“ ist keine safetensors-Datei: Ihr Kopf ist keine gültige JSON-Beschreibung.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be written; is the disk full or the folder read-only?</source>
        <translation>„%1“ ließ sich nicht schreiben; ist der Datenträger voll oder der Ordner schreibgeschützt?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: storage %2 is too short.</source>
        <translation>„%1“ ist beschädigt: Der Speicher %2 ist zu kurz.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no state_dict.</source>
        <translation>„%1“ enthält kein state_dict.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a checkpoint that torch.save wrote (a zip file), or it is damaged.</source>
        <translation>„%1“ ist kein Sicherungspunkt, wie torch.save ihn schreibt (eine ZIP-Datei), oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The checkpoint has no tensor &apos;%1&apos;, which this network needs.</source>
        <translation>Dem Sicherungspunkt fehlt der Tensor „%1“, den dieses Netz braucht.</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s &apos;%1&apos; has shape %2, the network&apos;s has %3.</source>
        <translation>„%1“ hat im Sicherungspunkt die Form %2, im Netz die Form %3.</translation>
    </message>
    <message>
        <source>The state is no longer finite; &apos;dpm-adaptive&apos; cannot go on with this model.</source>
        <translation>Der Zustand ist nicht mehr endlich; „dpm-adaptive“ kommt mit diesem Modell nicht weiter.</translation>
    </message>
    <message>
        <source>The option &apos;tolerance&apos; is too small for this model: a step needed more than %1 tries; choose a larger one, at most 1.</source>
        <translation>Die Option „tolerance“ (Toleranz) ist für dieses Modell zu klein: Ein Schritt brauchte mehr als %1 Versuche; eine größere wählen, höchstens 1.</translation>
    </message>
    <message>
        <source>Zhao et al. 2023 (arXiv 2302.04867), algorithms 1 and 2</source>
        <translation>Zhao et al. 2023 (arXiv 2302.04867), Algorithmen 1 und 2</translation>
    </message>
    <message>
        <source>Ho et al. 2020, eq. 7; discrete noise: Gong et al. 2023</source>
        <translation>Ho et al. 2020, Gl. 7; diskretes Rauschen: Gong et al. 2023</translation>
    </message>
    <message>
        <source>Song et al. 2021, eq. 12 and 16</source>
        <translation>Song et al. 2021, Gl. 12 und 16</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), algorithm 1</source>
        <translation>Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), Algorithmus 1</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), algorithm 2</source>
        <translation>Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), Algorithmus 2</translation>
    </message>
    <message>
        <source>Lu et al. 2022: reference implementation</source>
        <translation>Lu et al. 2022: Referenzimplementierung</translation>
    </message>
    <message>
        <source>Lu et al. 2022: reference implementation, which halves the third-order term</source>
        <translation>Lu et al. 2022: Referenzimplementierung, die den Term dritter Ordnung halbiert</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), appendix C</source>
        <translation>Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), Anhang C</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (arXiv 2211.01095), eq. 9</source>
        <translation>Lu et al. 2022 (arXiv 2211.01095), Gl. 9</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (arXiv 2211.01095), algorithm 2</source>
        <translation>Lu et al. 2022 (arXiv 2211.01095), Algorithmus 2</translation>
    </message>
    <message>
        <source>Lu et al. 2022, with the whole third-order term</source>
        <translation>Lu et al. 2022, mit dem ganzen Term dritter Ordnung</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (arXiv 2211.01095), algorithm 1</source>
        <translation>Lu et al. 2022 (arXiv 2211.01095), Algorithmus 1</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (arXiv 2211.01095), appendix</source>
        <translation>Lu et al. 2022 (arXiv 2211.01095), Anhang</translation>
    </message>
    <message>
        <source>Lu et al. 2022 (arXiv 2211.01095), eq. 18; k-diffusion</source>
        <translation>Lu et al. 2022 (arXiv 2211.01095), Gl. 18; k-diffusion</translation>
    </message>
    <message>
        <source>Zhang and Chen 2023 (arXiv 2204.13902), eq. 15</source>
        <translation>Zhang und Chen 2023 (arXiv 2204.13902), Gl. 15</translation>
    </message>
    <message>
        <source>Karras et al. 2022 (arXiv 2206.00364), algorithm 2</source>
        <translation>Karras et al. 2022 (arXiv 2206.00364), Algorithmus 2</translation>
    </message>
    <message>
        <source>Karras et al. 2022 (arXiv 2206.00364), algorithm 1</source>
        <translation>Karras et al. 2022 (arXiv 2206.00364), Algorithmus 1</translation>
    </message>
    <message>
        <source>Xu et al. 2023 (arXiv 2306.14878), algorithm 1</source>
        <translation>Xu et al. 2023 (arXiv 2306.14878), Algorithmus 1</translation>
    </message>
    <message>
        <source>k-diffusion; Zhang and Chen 2023, ρAB</source>
        <translation>k-diffusion; Zhang und Chen 2023, ρAB</translation>
    </message>
    <message>
        <source>Liu et al. 2022 (arXiv 2202.09778), eq. 9 and 12</source>
        <translation>Liu et al. 2022 (arXiv 2202.09778), Gl. 9 und 12</translation>
    </message>
    <message>
        <source>Xue et al. 2023 (arXiv 2309.05019), algorithm 1</source>
        <translation>Xue et al. 2023 (arXiv 2309.05019), Algorithmus 1</translation>
    </message>
    <message>
        <source>Unknown solver &apos;%1&apos;; known are %2.</source>
        <translation>Der Löser „%1“ ist unbekannt; es gibt %2.</translation>
    </message>
    <message>
        <source>Unknown spacing &apos;%1&apos;; known are %2.</source>
        <translation>Die Zeitpunkte „%1“ sind unbekannt; es gibt %2.</translation>
    </message>
    <message>
        <source>The option &apos;times&apos; must hold at least 2 different times that fall, between 1 and %1.</source>
        <translation>Die Option „times“ (Zeiten) muss mindestens 2 verschiedene Zeiten enthalten, die fallen, zwischen 1 und %1.</translation>
    </message>
    <message>
        <source>The option &apos;steps&apos; must be at least 1, not %1.</source>
        <translation>Die Option „steps“ (Schritte) muss mindestens 1 sein, nicht %1.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no rows.</source>
        <translation>„%1“ enthält keine Zeilen.</translation>
    </message>
    <message>
        <source>No source of &apos;%1&apos; can be used. %2</source>
        <translation>Keine Quelle aus „%1“ lässt sich verwenden. %2</translation>
    </message>
    <message>
        <source>Seeds and batch must be at least 1.</source>
        <translation>Es müssen mindestens 1 Startwert und 1 Satz zugleich sein.</translation>
    </message>
    <message>
        <source>The source is empty.</source>
        <translation>Die Quelle ist leer.</translation>
    </message>
    <message>
        <source>The sweep&apos;s &apos;%1&apos; must lie between %2 and %3, not %4.</source>
        <translation>„%1“ der Reihe muss zwischen %2 und %3 liegen; es ist %4.</translation>
    </message>
    <message>
        <source>Unknown spacing &apos;%1&apos; in the sweep.</source>
        <translation>Die Zeitpunkte „%1“ der Reihe sind unbekannt.</translation>
    </message>
    <message>
        <source>The spacing &apos;custom&apos; needs the recipe&apos;s &apos;times&apos;, at least 2.</source>
        <translation>Die Zeitpunkte „custom“ brauchen die „times“ (Zeiten) des Rezepts, mindestens 2.</translation>
    </message>
    <message>
        <source>The sweep has no pair file; name one.</source>
        <translation>Der Reihe fehlt eine Datei mit Paaren; eine wählen.</translation>
    </message>
    <message>
        <source>The sweep has nothing to run: name at least one solver, number of steps, spacing and mode.</source>
        <translation>Die Reihe hat nichts zu tun: mindestens einen Löser, eine Zahl von Schritten, Zeitpunkte und einen Modus wählen.</translation>
    </message>
    <message>
        <source>The plan of a sweep must be a JSON object.</source>
        <translation>Der Plan einer Reihe muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The sweep&apos;s &apos;%1&apos; has a value of the wrong kind.</source>
        <translation>„%1“ der Reihe hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>The sweep has an unknown key &apos;%1&apos;.</source>
        <translation>Die Reihe hat einen unbekannten Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>It holds no rows of a sweep: neither an array nor an object with &apos;rows&apos;.</source>
        <translation>Es enthält keine Zeilen einer Reihe: weder eine Liste noch ein Objekt mit „rows“.</translation>
    </message>
    <message>
        <source>It is no JSON.</source>
        <translation>Es ist kein JSON.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be shown as a sweep. %2</source>
        <translation>„%1“ lässt sich nicht als Reihe zeigen. %2</translation>
    </message>
    <message>
        <source>A row of the sweep lacks its solver, steps or figures, or has them in the wrong kind.</source>
        <translation>Einer Zeile der Reihe fehlen Löser, Schritte oder Zahlen, oder sie sind von der falschen Art.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no sweep&apos;s file; name another one for the results.</source>
        <translation>„%1“ ist nicht die Datei einer Reihe; für die Ergebnisse eine andere nennen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was changed or is damaged; start the sweep again, or name another file for the results.</source>
        <translation>„%1“ wurde geändert oder ist beschädigt; die Reihe neu starten oder für die Ergebnisse eine andere Datei nennen.</translation>
    </message>
    <message>
        <source>config.json: the text processor &apos;delexicalize&apos; needs the lists &apos;open&apos; and &apos;closed&apos;.</source>
        <translation>config.json: Die Textverarbeitung „delexicalize“ braucht die Listen „open“ und „closed“.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>Cannot open %1 for reading.</source>
        <translation>„%1“ lässt sich nicht zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>Cannot read %1 to its end.</source>
        <translation>„%1“ lässt sich nicht zu Ende lesen.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: is the folder there, writable and not full?</source>
        <translation>„%1“ lässt sich nicht schreiben: Gibt es den Ordner, ist er beschreibbar und nicht voll?</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: %2</source>
        <translation>„%1“ ist kein gültiges JSON: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be written: %2.</source>
        <translation>„%1“ ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is in use: another run keeps its results there. Finish or stop that one first.</source>
        <translation>„%1“ ist in Gebrauch: Ein anderer Lauf hebt dort seine Ergebnisse auf. Diesen zuerst beenden oder anhalten.</translation>
    </message>
    <message>
        <source>A pair without start and end marks cannot be packed.</source>
        <translation>Ein Paar ohne Anfangs- und Endmarke lässt sich nicht packen.</translation>
    </message>
    <message>
        <source>A canvas of %1 tokens is too small for a source and an answer; it takes %2.</source>
        <translation>Eine Leinwand von %1 Token ist zu klein für eine Quelle und eine Antwort; dafür braucht es %2.</translation>
    </message>
    <message>
        <source>The source has %1 tokens; on a canvas of %2 that leaves no room for an answer. Shorten it to %3 tokens or fewer.</source>
        <translation>Die Quelle hat %1 Token; auf einer Leinwand von %2 bleibt damit kein Platz für eine Antwort. Auf höchstens %3 Token kürzen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a folder, not a pair file.</source>
        <translation>„%1“ ist ein Ordner, keine Datei mit Paaren.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: it cannot be unpacked to its end.</source>
        <translation>„%1“ ist beschädigt: Die Datei lässt sich nicht zu Ende entpacken.</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>has no text &apos;%1&apos;</source>
        <translation>hat keinen Text „%1“</translation>
    </message>
    <message>
        <source>has an empty &apos;src&apos;</source>
        <translation>hat ein leeres „src“</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: line %2 %3.</source>
        <translation>„%1“: Zeile %2 %3.</translation>
    </message>
    <message>
        <source>%1 is not a SentencePiece model, or is damaged.</source>
        <translation>„%1“ ist kein SentencePiece-Modell oder ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 lacks a padding, unknown, start or end piece. Train it with all four (pad_id, unk_id, bos_id, eos_id).</source>
        <translation>In „%1“ fehlt ein Token für Füllung, Unbekanntes, Anfang oder Ende. Beim Trainieren alle vier angeben (pad_id, unk_id, bos_id, eos_id).</translation>
    </message>
    <message>
        <source>SentencePiece cannot encode the text: %1.</source>
        <translation>SentencePiece kann den Text nicht in Token zerlegen: %1.</translation>
    </message>
    <message>
        <source>SentencePiece cannot decode the ids: %1.</source>
        <translation>SentencePiece kann die Token nicht zu Text zusammensetzen: %1.</translation>
    </message>
    <message>
        <source>Cannot open %1: this build of Diffuscope has no SentencePiece. Build it with DIFFUSCOPE_SENTENCEPIECE set to SentencePiece&apos;s source folder.</source>
        <translation>„%1“ lässt sich nicht öffnen: Dieses Diffuscope ist ohne SentencePiece gebaut. Mit DIFFUSCOPE_SENTENCEPIECE, auf den Quellordner von SentencePiece gesetzt, neu bauen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a user-defined symbol: it is empty or holds white space.</source>
        <translation>„%1“ kann kein eigenes Symbol sein: Es ist leer oder enthält Leerraum.</translation>
    </message>
    <message>
        <source>%1 cannot be a user-defined symbol: it is given twice, or is a special token.</source>
        <translation>„%1“ kann kein eigenes Symbol sein: Es ist zweimal angegeben oder ein besonderes Token.</translation>
    </message>
    <message>
        <source>A vocabulary of %1 leaves no room beside its %2 special and user-defined tokens. Choose a larger one.</source>
        <translation>Ein Vokabular von %1 lässt neben seinen %2 besonderen und eigenen Token keinen Platz. Ein größeres wählen.</translation>
    </message>
    <message>
        <source>The character coverage must be between 0.98 and 1.</source>
        <translation>Die Abdeckung der Zeichen muss zwischen 0,98 und 1 liegen.</translation>
    </message>
    <message>
        <source>There is no text to train a vocabulary on.</source>
        <translation>Es gibt keinen Text, aus dem ein Vokabular zu lernen wäre.</translation>
    </message>
    <message>
        <source>Cannot train a vocabulary of %1 pieces on this text: %2</source>
        <translation>Aus diesem Text lässt sich kein Vokabular von %1 Token lernen: %2</translation>
    </message>
    <message>
        <source>This build of Diffuscope has no SentencePiece and cannot train a vocabulary. Build it with DIFFUSCOPE_SENTENCEPIECE set to SentencePiece&apos;s source folder.</source>
        <translation>Dieses Diffuscope ist ohne SentencePiece gebaut und kann kein Vokabular lernen. Mit DIFFUSCOPE_SENTENCEPIECE, auf den Quellordner von SentencePiece gesetzt, neu bauen.</translation>
    </message>
    <message>
        <source>config.json asks for the text processor &apos;%1&apos;, which this version does not know.</source>
        <translation>config.json verlangt die Textverarbeitung „%1“, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>No tokenizer in %1: it needs sentencepiece.model, tokenizer.json, vocab.txt or vocab.json.</source>
        <translation>Kein Tokenizer in „%1“: Dazu braucht es sentencepiece.model, tokenizer.json, vocab.txt oder vocab.json.</translation>
    </message>
    <message>
        <source>Cannot decompose text: %1.</source>
        <translation>Der Text lässt sich nicht in seine Zeichen zerlegen: %1.</translation>
    </message>
    <message>
        <source>Token id %1 is outside the vocabulary of %2 tokens: does the tokenizer belong to this model?</source>
        <translation>Das Token mit der Nummer %1 liegt außerhalb des Vokabulars von %2 Token: Gehört der Tokenizer zu diesem Modell?</translation>
    </message>
    <message>
        <source>%1 has no token %2, which a model&apos;s canvas needs: is it another program&apos;s vocabulary?</source>
        <translation>In „%1“ fehlt das Token %2, das die Leinwand eines Modells braucht: Ist es das Vokabular eines anderen Programms?</translation>
    </message>
    <message>
        <source>%1 is not a word list: %2.</source>
        <translation>„%1“ ist keine Wortliste: %2.</translation>
    </message>
    <message>
        <source>it must be one JSON object from word to id</source>
        <translation>es muss ein einziges JSON-Objekt von Wort zu Nummer sein</translation>
    </message>
    <message>
        <source>the id of &quot;%1&quot; is not a whole number below %2</source>
        <translation>die Nummer von „%1“ ist keine ganze Zahl unter %2</translation>
    </message>
    <message>
        <source>%1 gives token %2 the id %3, far more than there are tokens: the file is damaged.</source>
        <translation>„%1“ gibt dem Token %2 die Nummer %3, weit mehr, als es Token gibt: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Cannot use %1: its %2 is %3, but only %4, as BERT&apos;s tokenizer has it, is supported.</source>
        <translation>„%1“ ist nicht zu verwenden: %2 ist dort %3; unterstützt wird nur %4, wie im Tokenizer von BERT.</translation>
    </message>
    <message>
        <source>%1 is not a tokenizer file of BERT&apos;s kind: %2</source>
        <translation>„%1“ ist keine Tokenizer-Datei von der Art BERTs: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds token %2 of a vocabulary of %3; run &apos;diffuscope-cli prepare&apos; again.</source>
        <translation>„%1“ enthält das Token %2 bei einem Vokabular von %3; „diffuscope-cli prepare“ noch einmal ausführen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: sources and targets differ in number.</source>
        <translation>„%1“ ist beschädigt: Quellen und Ziele sind verschieden viele.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged: its lengths do not add up.</source>
        <translation>„%1“ ist beschädigt: Die Längen gehen nicht auf.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no prepared data; make it with &apos;diffuscope-cli prepare&apos;.</source>
        <translation>„%1“ enthält keine vorbereiteten Daten; „diffuscope-cli prepare“ erzeugt sie.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is damaged; run &apos;diffuscope-cli prepare&apos; again.</source>
        <translation>„%1“ ist beschädigt; „diffuscope-cli prepare“ noch einmal ausführen.</translation>
    </message>
    <message>
        <source>No training pair fits on a canvas of %1 tokens.</source>
        <translation>Kein Paar zum Lernen passt auf eine Leinwand von %1 Token.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no pairs.</source>
        <translation>„%1“ enthält keine Paare.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no pairs: %2</source>
        <translation>„%1“ enthält keine Paare: %2</translation>
    </message>
    <message>
        <source>The losses are of %1 diffusion steps, not of %2.</source>
        <translation>Die Verluste gehören zu %1 Diffusionsschritten, nicht zu %2.</translation>
    </message>
    <message>
        <source>The %1 (%2 tokens) must not be longer than the %3 (%4).</source>
        <translation>Zu lang ist %1 (%2 Token): Die Grenze ist %3 (%4).</translation>
    </message>
    <message>
        <source>Unknown preset &apos;%1&apos;; known are tiny, small and paper.</source>
        <translation>Die Größe „%1“ ist unbekannt; es gibt tiny, small und paper.</translation>
    </message>
    <message>
        <source>shortest canvas</source>
        <translation>die kürzeste Leinwand</translation>
    </message>
    <message>
        <source>longest canvas</source>
        <translation>die längste Leinwand</translation>
    </message>
    <message>
        <source>longest pair</source>
        <translation>das längste Paar</translation>
    </message>
    <message>
        <source>network&apos;s canvas</source>
        <translation>die Leinwand des Netzes</translation>
    </message>
    <message>
        <source>Pairs and batches must have at least one token.</source>
        <translation>Paare und Stapel müssen mindestens ein Token haben.</translation>
    </message>
    <message>
        <source>The dropout must be at least 0 and less than 1.</source>
        <translation>Dropout muss mindestens 0 und kleiner als 1 sein.</translation>
    </message>
    <message>
        <source>The checkpoint in &apos;%1&apos; does not say of which run it is, as it was written by an earlier version; choose another output folder.</source>
        <translation>Der Sicherungspunkt in „%1“ sagt nicht, zu welchem Lauf er gehört, da eine frühere Version ihn schrieb; einen anderen Ordner für das Modell wählen.</translation>
    </message>
    <message>
        <source>The checkpoint in &apos;%1&apos; is of another run, whose &apos;%2&apos; is %3, not %4; train as that run did, or choose another output folder.</source>
        <translation>Der Sicherungspunkt in „%1“ gehört zu einem anderen Lauf, in dem „%2“ %3 ist, nicht %4; wie jener Lauf trainieren oder einen anderen Ordner für das Modell wählen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds a &apos;%2&apos; of another size.</source>
        <translation>In „%1“ hat „%2“ eine andere Größe.</translation>
    </message>
    <message>
        <source>No training pair is short enough: all have more than %1 tokens.</source>
        <translation>Kein Paar zum Lernen ist kurz genug: Alle haben mehr als %1 Token.</translation>
    </message>
    <message>
        <source>Training diverged at step %1 (the gradient is not finite); lower the learning rate and resume.</source>
        <translation>Das Training ist in Schritt %1 entgleist (der Gradient ist nicht endlich); die Lernrate senken und fortsetzen.</translation>
    </message>
    <message>
        <source>The plan of the training has a value of the wrong kind.</source>
        <translation>Der Plan des Trainings hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>it has no lanes</source>
        <translation>sie hat keine Spuren</translation>
    </message>
    <message>
        <source>“%1” is no session of this program.</source>
        <translation>„%1“ ist keine Sitzung dieses Programms.</translation>
    </message>
    <message>
        <source>“%1” was written by a later version of this program.</source>
        <translation>„%1“ wurde von einer späteren Fassung dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is a damaged session: %2</source>
        <translation>„%1“ ist eine beschädigte Sitzung: %2</translation>
    </message>
    <message>
        <source>pack a step</source>
        <translation>einen Schritt zu packen</translation>
    </message>
    <message>
        <source>its absorbing state does not fit</source>
        <translation>ihr absorbierender Zustand passt nicht</translation>
    </message>
</context>
<context>
    <name>diffuscope::AbExamplesModel</name>
    <message>
        <source>Row · seed</source>
        <translation>Zeile · Startwert</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Number of the row in the data file, and of the seed, from 1</source>
        <translation>Nummer der Zeile in der Datei und des Startwerts, ab 1</translation>
    </message>
    <message>
        <source>Number of the row in the data file, from 1</source>
        <translation>Nummer der Zeile in der Datei, ab 1</translation>
    </message>
    <message>
        <source>%1 of lane %2 minus that of lane %3, of this text by itself</source>
        <translation>%1 von Spur %2 minus das von Spur %3, für diesen Text allein</translation>
    </message>
    <message>
        <source>%1 of lane %2&apos;s text by itself</source>
        <translation>%1 des Textes von Spur %2 allein</translation>
    </message>
    <message>
        <source>What lane %1 generated; underlined: words that lane %2 does not say there</source>
        <translation>Was Spur %1 erzeugt hat; unterstrichen: Wörter, die Spur %2 dort nicht sagt</translation>
    </message>
    <message>
        <source>What the data file says for the source</source>
        <translation>Was die Datei zu der Quelle sagt</translation>
    </message>
    <message>
        <source>What both lanes were given</source>
        <translation>Was beide Spuren bekommen haben</translation>
    </message>
</context>
<context>
    <name>diffuscope::AbExamplesView</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Maß</translation>
    </message>
    <message>
        <source>By which the examples are scored; a click on a column&apos;s head sorts by it, either end first</source>
        <translation>Wonach die Beispiele bewertet werden; ein Klick auf den Kopf einer Spalte sortiert nach ihr, das eine oder andere Ende zuerst</translation>
    </message>
    <message>
        <source>Metric of the examples</source>
        <translation>Maß der Beispiele</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>The chosen example</source>
        <translation>Das gewählte Beispiel</translation>
    </message>
    <message>
        <source>&amp;Run both lanes on this source</source>
        <translation>Beide Spuren mit dieser Quelle &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>Als Tabelle &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>diffuscope::AbMetricsModel</name>
    <message>
        <source>%1: %2, 95 % interval %3</source>
        <translation>%1: %2, 95-%-Intervall %3</translation>
    </message>
    <message>
        <source>Less than %1: such a difference is seldom chance. Of several metrics some come below by chance.</source>
        <translation>Kleiner als %1: So ein Unterschied ist selten Zufall. Von mehreren Maßen kommen manche aus Zufall darunter.</translation>
    </message>
    <message>
        <source>Not less than %1: chance alone may make such a difference.</source>
        <translation>Nicht kleiner als %1: Zufall allein kann so einen Unterschied machen.</translation>
    </message>
    <message>
        <source>%1 higher in %2, the same in %3, lower in %4</source>
        <translation>%1 höher in %2, gleich in %3, niedriger in %4</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>%1 − %2 [95 %]</source>
        <translation>%1 − %2 [95 %]</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>W / T / L</source>
        <translation>+ / = / −</translation>
    </message>
    <message>
        <source>What is measured of the texts against the references; choose a line to sort the examples by it</source>
        <translation>Was an den Texten gegen die Vorlagen gemessen wird; eine Zeile wählen, um die Beispiele danach zu sortieren</translation>
    </message>
    <message>
        <source>Of lane %1, over all rows</source>
        <translation>Von Spur %1, über alle Zeilen</translation>
    </message>
    <message>
        <source>Lane %1 minus lane %2, with the 95 % interval of the paired bootstrap: rows are drawn anew, the same for both lanes (Koehn 2004). Bold: p is less than %3</source>
        <translation>Spur %1 minus Spur %2, mit dem 95-%-Intervall des gepaarten Bootstraps: Zeilen werden neu gezogen, für beide Spuren dieselben (Koehn 2004). Fett: p ist kleiner als %3</translation>
    </message>
    <message>
        <source>Two-sided p-value of the difference: share of the resampled differences that lie as far from their mean as it does from 0 (Riezler and Maxwell 2005). *: less than %1</source>
        <translation>Zweiseitiger p-Wert des Unterschieds: Anteil der neu gezogenen Unterschiede, die so weit von ihrem Mittel liegen wie er von 0 (Riezler und Maxwell 2005). *: kleiner als %1</translation>
    </message>
    <message>
        <source>Wins / ties / losses: rows that lane %1 scores higher, the same, lower in than lane %2; seeds of a row count together</source>
        <translation>Gewonnen / gleich / verloren: Zeilen, in denen Spur %1 höher, gleich, niedriger liegt als Spur %2; die Startwerte einer Zeile zählen zusammen</translation>
    </message>
</context>
<context>
    <name>diffuscope::AbStudy</name>
    <message>
        <source>A/B test cancelled; run it again to go on where it was left.</source>
        <translation>A/B-Test abgebrochen; noch einmal starten, um dort weiterzumachen.</translation>
    </message>
    <message>
        <source>An A/B test holds two lanes against each other. Add a lane in the recipe.</source>
        <translation>Ein A/B-Test hält zwei Spuren gegeneinander. Im Rezept eine Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Choose two different lanes.</source>
        <translation>Zwei verschiedene Spuren wählen.</translation>
    </message>
    <message>
        <source>Both lanes answer the rows of the data file; figures come when all are there.</source>
        <translation>Beide Spuren beantworten die Zeilen der Datei; Zahlen gibt es, wenn alle da sind.</translation>
    </message>
    <message>
        <source>Press Run: both lanes answer the rows of the data file, on common noise where they can.</source>
        <translation>„Starten“ drücken: Beide Spuren beantworten die Zeilen der Datei, auf gemeinsamem Rauschen, wo es geht.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übergangen</numerusform>
            <numerusform>%n übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Skipped: rows whose source does not fit on the canvas. The last one: %1</source>
        <translation>Übergangen: Zeilen, deren Quelle nicht auf die Leinwand passt. Die letzte: %1</translation>
    </message>
    <message>
        <source>What the figures below were measured on</source>
        <translation>Woran die Zahlen darunter gemessen sind</translation>
    </message>
    <message>
        <source>Export the A/B test</source>
        <translation>A/B-Test exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Noch gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>A/B test</source>
        <translation>A/B-Test</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>First lane of the test</source>
        <translation>Erste Spur des Tests</translation>
    </message>
    <message>
        <source>Second lane of the test</source>
        <translation>Zweite Spur des Tests</translation>
    </message>
    <message>
        <source>The lane whose figures are taken off the other&apos;s</source>
        <translation>Die Spur, deren Zahlen von denen der anderen abgezogen werden</translation>
    </message>
    <message>
        <source>The lane that wins where its figure is higher</source>
        <translation>Die Spur, die gewinnt, wo ihre Zahl höher ist</translation>
    </message>
    <message>
        <source>Differences are surest where both lanes draw the same noise: chance then strikes both alike.</source>
        <translation>Unterschiede sind am sichersten, wo beide Spuren dasselbe Rauschen ziehen: Der Zufall trifft dann beide gleich.</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>Sta&amp;rtwerte</translation>
    </message>
    <message>
        <source>How often each row is answered, with seeds that count up from the lane&apos;s; the seeds of a row count as one row</source>
        <translation>Wie oft jede Zeile beantwortet wird, mit Startwerten, die von dem der Spur an aufwärts zählen; die Startwerte einer Zeile zählen als eine Zeile</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Let both lanes answer the rows of the data file and compare</source>
        <translation>Beide Spuren die Zeilen der Datei beantworten lassen und vergleichen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the figures and texts to a file</source>
        <translation>Zahlen und Texte in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;All as JSON…</source>
        <translation>&amp;Alles als JSON …</translation>
    </message>
    <message>
        <source>&amp;Metrics as CSV…</source>
        <translation>&amp;Maße als CSV …</translation>
    </message>
    <message>
        <source>&amp;Examples as CSV…</source>
        <translation>&amp;Beispiele als CSV …</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Metrics of both lanes</source>
        <translation>Maße beider Spuren</translation>
    </message>
</context>
<context>
    <name>diffuscope::AbsorbingView</name>
    <message>
        <source>replaced by m</source>
        <translation>durch m ersetzt</translation>
    </message>
    <message>
        <source>m nearer than any token</source>
        <translation>m näher als jedes Token</translation>
    </message>
    <message>
        <source>distance to m</source>
        <translation>Abstand zu m</translation>
    </message>
    <message>
        <source>position %1, step %2: “%3”, %4: %5</source>
        <translation>Position %1, Schritt %2: „%3“, %4: %5</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>This model has no absorbing state. Open one that was trained with it to see its part here.</source>
        <translation>Dieses Modell hat keinen absorbierenden Zustand. Ein damit trainiertes Modell öffnen, um dessen Rolle hier zu sehen.</translation>
    </message>
    <message>
        <source>replaced by m (discrete noise)</source>
        <translation>durch m ersetzt (diskretes Rauschen)</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Was die Karte zeigt</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>nearer to m</source>
        <translation>näher an m</translation>
    </message>
    <message>
        <source>replaced, fraction</source>
        <translation>ersetzt, Anteil</translation>
    </message>
    <message>
        <source>its probability</source>
        <translation>dessen Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Map: L2 distance of the state xₜ to the absorbing state m, in lengths of the embedding space; or where discrete noise replaced a position by m (crosses in the other maps); or where m is nearer to xₜ than any token&apos;s embedding.
Curves, fractions of all target positions: nearer to m than to any token; replaced by m in the step (dots), and the probability of it that the schedule gives (line).</source>
        <translation>Karte: L2-Abstand des Zustands xₜ zum absorbierenden Zustand m, in Längen des Einbettungsraums; oder wo diskretes Rauschen eine Position durch m ersetzt hat (Kreuze in den anderen Karten); oder wo m näher an xₜ liegt als jede Token-Einbettung.
Kurven, Anteile an allen Zielpositionen: näher an m als an jedem Token; im Schritt durch m ersetzt (Punkte) und die Wahrscheinlichkeit dafür laut Rauschplan (Linie).</translation>
    </message>
    <message>
        <source>The absorbing state at each position, by step</source>
        <translation>Der absorbierende Zustand an jeder Position, nach Schritten</translation>
    </message>
    <message>
        <source>Absorbing</source>
        <translation>Absorption</translation>
    </message>
</context>
<context>
    <name>diffuscope::ChangeView</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>mean length (L2)</source>
        <translation>mittlere Länge (L2)</translation>
    </message>
    <message>
        <source>fraction of tokens</source>
        <translation>Anteil der Token</translation>
    </message>
    <message>
        <source>‖Δxₜ‖</source>
        <translation>‖Δxₜ‖</translation>
    </message>
    <message>
        <source>‖Δx₀‖</source>
        <translation>‖Δx₀‖</translation>
    </message>
    <message>
        <source>‖xₜ‖</source>
        <translation>‖xₜ‖</translation>
    </message>
    <message>
        <source>‖xₜ‖ expected</source>
        <translation>‖xₜ‖ erwartet</translation>
    </message>
    <message>
        <source>token flips →</source>
        <translation>Tokenwechsel →</translation>
    </message>
    <message>
        <source>Means over all target positions, in lengths of the embedding space: how far a step moves the state xₜ and the prediction x₀; the length of the state, and the one that the schedule leads to expect if the newest x₀ is the truth, √(‖α(x₀ − m) + m‖² + σ²D). Right axis: fraction of positions whose nearest token changed.</source>
        <translation>Mittel über alle Zielpositionen, in Längen des Einbettungsraums: wie weit ein Schritt den Zustand xₜ und die Vorhersage x₀ bewegt; die Länge des Zustands und die, die der Rauschplan erwarten lässt, wenn das neueste x₀ stimmt, √(‖α(x₀ − m) + m‖² + σ²D). Rechte Achse: Anteil der Positionen, deren nächstes Token gewechselt hat.</translation>
    </message>
    <message>
        <source>Change of state, prediction and tokens by step</source>
        <translation>Änderung von Zustand, Vorhersage und Token nach Schritten</translation>
    </message>
</context>
<context>
    <name>diffuscope::CommitView</name>
    <message>
        <source>order of settling</source>
        <translation>Reihenfolge der Festlegung</translation>
    </message>
    <message>
        <source>committed at step</source>
        <translation>festgelegt in Schritt</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festlegung</translation>
    </message>
    <message>
        <source>step at which each position settles</source>
        <translation>Schritt, in dem sich jede Position festlegt</translation>
    </message>
    <message>
        <source>order of settling against reading order</source>
        <translation>Reihenfolge der Festlegung gegen Leserichtung</translation>
    </message>
    <message>
        <source>What the plot shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>position %1: “%2” since step %3</source>
        <translation>Position %1: „%2“ seit Schritt %3</translation>
    </message>
    <message>
        <source>Order in which the positions settle</source>
        <translation>Reihenfolge, in der sich die Positionen festlegen</translation>
    </message>
    <message>
        <source>Step at which each position&apos;s token settles</source>
        <translation>Schritt, in dem sich das Token jeder Position festlegt</translation>
    </message>
    <message>
        <source>position · ρ = %1</source>
        <translation>Position · ρ = %1</translation>
    </message>
    <message>
        <source>in %1 steps</source>
        <translation>je %1 Schritte</translation>
    </message>
    <message>
        <source>For each position of the sentence the step from which on the nearest token of its x₀ prediction no longer changes; at the right, how many positions settle at each step. Diamonds in another lane&apos;s colour: the same in that lane, at the step beside its own.
Order: 0 settled first; positions that settle at the same step share their mean place; on the dashed line the sentence would settle in reading order.
ρ, rank correlation (Spearman): 1, settled in reading order; 0, in no such order; −1, backwards.</source>
        <translation>Für jede Position des Satzes der Schritt, ab dem das nächste Token ihrer x₀-Vorhersage nicht mehr wechselt; rechts, wie viele Positionen sich in jedem Schritt festlegen. Rauten in der Farbe einer anderen Spur: dasselbe in dieser Spur, bei dem Schritt neben ihrem eigenen.
Reihenfolge: 0 legte sich zuerst fest; Positionen, die sich im selben Schritt festlegen, teilen sich den mittleren Platz; auf der gestrichelten Linie legte sich der Satz in Leserichtung fest.
ρ, Rangkorrelation (Spearman): 1, in Leserichtung festgelegt; 0, in keiner solchen Ordnung; −1, rückwärts.</translation>
    </message>
    <message>
        <source> · lane %1: since its step %2</source>
        <translation> · Spur %1: seit ihrem Schritt %2</translation>
    </message>
</context>
<context>
    <name>diffuscope::DataFileBox</name>
    <message>
        <source>The file holds no rows.</source>
        <translation>Die Datei enthält keine Zeilen.</translation>
    </message>
    <message>
        <source>R&amp;ows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>How many rows are taken, from the file&apos;s beginning</source>
        <translation>Wie viele Zeilen genommen werden, vom Anfang der Datei</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>diffuscope::DataFileChoice</name>
    <message>
        <source>Choose a data file</source>
        <translation>Datendatei wählen</translation>
    </message>
    <message>
        <source>Pairs (*.jsonl *.jsonl.gz *.json);;All files (*)</source>
        <translation>Paare (*.jsonl *.jsonl.gz *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 (comes with Diffuscope)</source>
        <translation>%1 (liegt Diffuscope bei)</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Datendatei</translation>
    </message>
    <message>
        <source>Choose a file of JSON lines with &quot;src&quot; and &quot;trg&quot;, plain or gzip</source>
        <translation>Eine Datei mit JSON-Zeilen aus &quot;src&quot; und &quot;trg&quot; wählen, offen oder gzip</translation>
    </message>
</context>
<context>
    <name>diffuscope::DifferenceView</name>
    <message>
        <source>Run the test: differences and their intervals are shown here.</source>
        <translation>Den Test starten: Unterschiede und ihre Intervalle erscheinen hier.</translation>
    </message>
    <message>
        <source>%1: %2 − %3 = %4, 95 % interval %5 to %6 (of 100)</source>
        <translation>%1: %2 − %3 = %4, 95-%-Intervall %5 bis %6 (von 100)</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>p &lt; 0.05</source>
        <translation>p &lt; 0,05</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>vielleicht Zufall</translation>
    </message>
    <message>
        <source>%1 − %2 (of 100)</source>
        <translation>%1 − %2 (von 100)</translation>
    </message>
    <message>
        <source>Difference of the two lanes in each metric with its 95 % interval. Metrics that run from 0 to 1 are shown times 100. Full dot: p is less than 0.05. Empty dot: chance alone may make such a difference.</source>
        <translation>Unterschied der zwei Spuren in jedem Maß mit seinem 95-%-Intervall. Maße von 0 bis 1 sind mal 100 gezeigt. Voller Punkt: p ist kleiner als 0,05. Leerer Punkt: Zufall allein kann so einen Unterschied machen.</translation>
    </message>
    <message>
        <source>Differences of two lanes with 95 % intervals</source>
        <translation>Unterschiede zweier Spuren mit 95-%-Intervallen</translation>
    </message>
</context>
<context>
    <name>diffuscope::EditMenu</name>
    <message>
        <source>Set a token</source>
        <translation>Ein Token setzen</translation>
    </message>
    <message>
        <source>Token at position %1, before step %2 is taken:</source>
        <translation>Token an Position %1, bevor Schritt %2 getan wird:</translation>
    </message>
    <message>
        <source>The vocabulary has no token “%1”.</source>
        <translation>Im Vokabular gibt es kein Token „%1“.</translation>
    </message>
    <message>
        <source>Change the source</source>
        <translation>Die Quelle ändern</translation>
    </message>
    <message>
        <source>Source from step %1 on:</source>
        <translation>Quelle von Schritt %1 an:</translation>
    </message>
    <message>
        <source>Edit and go on</source>
        <translation>Ändern und weiterlaufen</translation>
    </message>
    <message>
        <source>Set this &amp;token and go on…</source>
        <translation>&amp;Token setzen und weiterlaufen …</translation>
    </message>
    <message>
        <source>The position becomes this token under the step&apos;s own noise; a new lane goes on from there</source>
        <translation>Die Position wird dieses Token unter dem Rauschen des Schritts; eine neue Spur läuft von dort weiter</translation>
    </message>
    <message>
        <source>Clear to the absorbing state and go on</source>
        <translation>Auf den absorbierenden Zustand setzen und weiterlaufen</translation>
    </message>
    <message>
        <source>The position becomes m, the learned absorbing state; a new lane goes on from there</source>
        <translation>Die Position wird m, der gelernte absorbierende Zustand; eine neue Spur läuft von dort weiter</translation>
    </message>
    <message>
        <source>&amp;Noise anew and go on</source>
        <translation>&amp;Neu verrauschen und weiterlaufen</translation>
    </message>
    <message>
        <source>The position&apos;s x₀ prediction under new noise of the step&apos;s level; a new lane goes on from there</source>
        <translation>Die x₀-Vorhersage der Position unter neuem Rauschen von der Stärke des Schritts; eine neue Spur läuft von dort weiter</translation>
    </message>
    <message>
        <source>Change the so&amp;urce and go on…</source>
        <translation>&amp;Quelle ändern und weiterlaufen …</translation>
    </message>
    <message>
        <source>Another source from this step on; a new lane goes on from there</source>
        <translation>Von diesem Schritt an eine andere Quelle; eine neue Spur läuft von dort weiter</translation>
    </message>
    <message>
        <source>step %1, position %2: set to “%3”</source>
        <translation>Schritt %1, Position %2: auf „%3“ gesetzt</translation>
    </message>
    <message>
        <source>step %1, position %2: cleared to the absorbing state</source>
        <translation>Schritt %1, Position %2: auf den absorbierenden Zustand gesetzt</translation>
    </message>
    <message>
        <source>step %1, position %2: noised anew</source>
        <translation>Schritt %1, Position %2: neu verrauscht</translation>
    </message>
    <message>
        <source>step %1: source changed to “%2”</source>
        <translation>Schritt %1: Quelle geändert zu „%2“</translation>
    </message>
</context>
<context>
    <name>diffuscope::ErrorSplitView</name>
    <message>
        <source>Error of each position</source>
        <translation>Fehler jeder Position</translation>
    </message>
    <message>
        <source>solver error</source>
        <translation>Löserfehler</translation>
    </message>
    <message>
        <source>rounding error</source>
        <translation>Rundungsfehler</translation>
    </message>
    <message>
        <source>flipped token</source>
        <translation>gekipptes Token</translation>
    </message>
    <message>
        <source>distance (L2)</source>
        <translation>Abstand (L2)</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Solver error: L2 distance of a position&apos;s final latent to that of the reference run. Rounding error: its distance to the nearest embedding. Both in lengths of the embedding space; they point in different directions and do not add up.
Triangle and ≠: the final token is another one than the reference&apos;s.</source>
        <translation>Löserfehler: L2-Abstand des letzten latenten Werts einer Position zu dem des Vergleichslaufs. Rundungsfehler: sein Abstand zur nächsten Einbettung. Beide in Längen des Einbettungsraums; sie zeigen in verschiedene Richtungen und addieren sich nicht.
Dreieck und ≠: Das letzte Token ist ein anderes als im Vergleichslauf.</translation>
    </message>
    <message>
        <source>position %1: “%2” · solver %3 · rounding %4</source>
        <translation>Position %1: „%2“ · Löser %3 · Rundung %4</translation>
    </message>
    <message>
        <source> · reference “%1”, left at step %2</source>
        <translation> · Vergleichslauf „%1“, verlassen in Schritt %2</translation>
    </message>
    <message>
        <source>Solver and rounding error of lane %1, position by position</source>
        <translation>Löser- und Rundungsfehler von Spur %1, Position für Position</translation>
    </message>
</context>
<context>
    <name>diffuscope::ErrorStudy</name>
    <message>
        <source>has not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>Lane %1 draws noise at its steps, which the reference does not: its solver error holds that noise too.</source>
        <translation>Spur %1 zieht in ihren Schritten Rauschen, der Vergleichslauf nicht: Ihr Löserfehler enthält auch dieses Rauschen.</translation>
    </message>
    <message>
        <source>Lane %1 runs as released: its solver error holds what that does otherwise than the ODE.</source>
        <translation>Spur %1 läuft wie veröffentlicht: Ihr Löserfehler enthält, was das anders macht als die ODE.</translation>
    </message>
    <message>
        <source>Lane %1 was edited on the way, its reference was not.</source>
        <translation>Spur %1 wurde unterwegs geändert, ihr Vergleichslauf nicht.</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht fertig</translation>
    </message>
    <message>
        <source>no latents recorded</source>
        <translation>ohne latente Werte</translation>
    </message>
    <message>
        <source>waits for its reference</source>
        <translation>wartet auf den Vergleich</translation>
    </message>
    <message>
        <source>no reference</source>
        <translation>kein Vergleichslauf</translation>
    </message>
    <message>
        <source>Run the lanes: how far each ends from a fine reference run is shown here.</source>
        <translation>Die Spuren starten: Wie weit jede von einem feinen Vergleichslauf endet, ist dann hier zu sehen.</translation>
    </message>
    <message>
        <source>Computing the reference run …</source>
        <translation>Der Vergleichslauf wird berechnet …</translation>
    </message>
    <message>
        <source>The lane has not finished; run it to its end to compare it with a fine reference run.</source>
        <translation>Die Spur ist nicht fertig; sie bis zum Ende laufen lassen, um sie mit einem feinen Vergleichslauf zu vergleichen.</translation>
    </message>
    <message>
        <source>This run recorded no latents. Run it again with its latents recorded.</source>
        <translation>Dieser Lauf hat keine latenten Werte aufgezeichnet. Bitte noch einmal mit ihnen laufen lassen.</translation>
    </message>
    <message>
        <source>Press Run reference to compute the fine run that the lane is held against.</source>
        <translation>„Vergleichslauf starten“ drücken, um den feinen Lauf zu berechnen, gegen den die Spur gehalten wird.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Errors against a fine reference run</source>
        <translation>Fehler gegen einen feinen Vergleichslauf</translation>
    </message>
    <message>
        <source>Reference &amp;steps</source>
        <translation>&amp;Vergleichsschritte</translation>
    </message>
    <message>
        <source>The reference: faithful DPM-Solver++ 2M with so many steps, even in λ, from the lane&apos;s own draw; the lane&apos;s temperature, interpolation, clamp and ending are kept. One run serves all lanes of the same source and seed.</source>
        <translation>Der Vergleichslauf: DPM-Solver++ 2M, getreu, mit so vielen Schritten, gleichmäßig in λ, von der Ziehung der Spur aus; Temperatur, Mischung, Rundungsklemme und Ende sind die der Spur. Ein Lauf dient allen Spuren mit derselben Quelle und demselben Startwert.</translation>
    </message>
    <message>
        <source>Run reference</source>
        <translation>Vergleichslauf starten</translation>
    </message>
    <message>
        <source>Compute the fine runs that the finished lanes lack; while this can be seen it happens by itself</source>
        <translation>Die feinen Läufe berechnen, die den fertigen Spuren fehlen; solange dies zu sehen ist, geschieht es von selbst</translation>
    </message>
    <message>
        <source>Errors of the lanes</source>
        <translation>Fehler der Spuren</translation>
    </message>
    <message>
        <source>Flipped tokens</source>
        <translation>Gekippte Token</translation>
    </message>
    <message>
        <source>Tokens that the lane says otherwise than its reference; a click moves the cursor to where it left</source>
        <translation>Token, die die Spur anders sagt als ihr Vergleichslauf; ein Klick bringt die Marke dorthin, wo sie ihn verließ</translation>
    </message>
</context>
<context>
    <name>diffuscope::FindBar</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>nowhere in this run</source>
        <translation>nirgends in diesem Lauf</translation>
    </message>
    <message>
        <source>Find a token; a space before it means the beginning of a word</source>
        <translation>Token suchen; ein Leerzeichen davor steht für den Wortanfang</translation>
    </message>
    <message>
        <source>Token to find</source>
        <translation>Gesuchtes Token</translation>
    </message>
    <message>
        <source>Previous cell with this token</source>
        <translation>Vorige Zelle mit diesem Token</translation>
    </message>
    <message>
        <source>Next cell with this token (Return)</source>
        <translation>Nächste Zelle mit diesem Token (Eingabe)</translation>
    </message>
    <message>
        <source>Stop searching (Esc)</source>
        <translation>Suche beenden (Esc)</translation>
    </message>
</context>
<context>
    <name>diffuscope::FlipsModel</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Vergleichslauf</translation>
    </message>
    <message>
        <source>Left at step</source>
        <translation>Verlassen in Schritt</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>Place on the canvas</source>
        <translation>Platz auf der Leinwand</translation>
    </message>
    <message>
        <source>What the lane says there at the end</source>
        <translation>Was die Spur dort am Ende sagt</translation>
    </message>
    <message>
        <source>What the reference run says there at the end</source>
        <translation>Was der Vergleichslauf dort am Ende sagt</translation>
    </message>
    <message>
        <source>The lane&apos;s step from which on its token is never again that of the reference at the nearest λ</source>
        <translation>Der Schritt der Spur, ab dem ihr Token nie wieder das des Vergleichslaufs beim nächsten λ ist</translation>
    </message>
    <message>
        <source>Noise level of that step: log(α/σ)</source>
        <translation>Rauschstärke dieses Schritts: log(α/σ)</translation>
    </message>
</context>
<context>
    <name>diffuscope::HeatPlot</name>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>position %1, step %2: “%3”, %4 %5</source>
        <translation>Position %1, Schritt %2: „%3“, %4 %5</translation>
    </message>
    <message>
        <source>%1 (end of the scale: %2 and more)</source>
        <translation>%1 (Ende der Skala: %2 und mehr)</translation>
    </message>
</context>
<context>
    <name>diffuscope::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>When the run ended</source>
        <translation>Wann der Lauf endete</translation>
    </message>
    <message>
        <source>Solver and steps of each lane</source>
        <translation>Löser und Schritte jeder Spur</translation>
    </message>
    <message>
        <source>How often the network was asked for x₀, for each candidate, all lanes together</source>
        <translation>Wie oft das Netz nach x₀ gefragt wurde, je Kandidat, alle Spuren zusammen</translation>
    </message>
    <message>
        <source>Wall time in seconds, all lanes together</source>
        <translation>Laufzeit in Sekunden, alle Spuren zusammen</translation>
    </message>
    <message>
        <source>The source sentence</source>
        <translation>Der Quellsatz</translation>
    </message>
    <message>
        <source>The sentence that the first lane chose</source>
        <translation>Der Satz, den die erste Spur gewählt hat</translation>
    </message>
</context>
<context>
    <name>diffuscope::HistoryView</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>&amp;Open this run</source>
        <translation>Diesen Lauf ö&amp;ffnen</translation>
    </message>
    <message>
        <source>A double click opens a run again: its recipe and every step. Older runs lie on disk until the program ends.</source>
        <translation>Ein Doppelklick öffnet einen Lauf wieder: sein Rezept und jeden Schritt. Ältere Läufe liegen bis zum Programmende auf der Platte.</translation>
    </message>
    <message>
        <source>Every run that ends is kept here, with all of its steps, until the program ends. Press Run to make one.</source>
        <translation>Jeder Lauf, der endet, wird hier mit allen Schritten aufgehoben, bis das Programm endet. „Starten“ macht einen.</translation>
    </message>
</context>
<context>
    <name>diffuscope::Inspector</name>
    <message>
        <source>Waiting for the first step…</source>
        <translation>Warten auf den ersten Schritt …</translation>
    </message>
    <message>
        <source>Run a sentence, then click a cell of the token grid.</source>
        <translation>Erst einen Lauf starten, dann eine Zelle des Token-Gitters anklicken.</translation>
    </message>
    <message>
        <source>%1 of %2, target</source>
        <translation>%1 von %2, Ziel</translation>
    </message>
    <message>
        <source>%1 of %2, source (anchored)</source>
        <translation>%1 von %2, Quelle (verankert)</translation>
    </message>
    <message>
        <source>%1/%2 · t %3 · λ %4</source>
        <translation>%1/%2 · t %3 · λ %4</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>this model has no absorbing state</source>
        <translation>dieses Modell hat keinen absorbierenden Zustand</translation>
    </message>
    <message>
        <source>since step %1</source>
        <translation>seit Schritt %1</translation>
    </message>
    <message>
        <source>%1 (so far)</source>
        <translation>%1 (bisher)</translation>
    </message>
    <message>
        <source>yes, in this step</source>
        <translation>ja, in diesem Schritt</translation>
    </message>
    <message>
        <source>no, but m is the nearest</source>
        <translation>nein, aber m ist am nächsten</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Vorsprung</translation>
    </message>
    <message>
        <source>To absorbing</source>
        <translation>Zu m</translation>
    </message>
    <message>
        <source>Absorbed</source>
        <translation>Absorbiert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Festgelegt</translation>
    </message>
    <message>
        <source>Final token</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Place on the canvas, counted from 0. Source positions are anchored to their embeddings; target positions are generated.</source>
        <translation>Platz auf der Leinwand, ab 0 gezählt. Quellpositionen sind an ihren Einbettungen verankert, Zielpositionen werden erzeugt.</translation>
    </message>
    <message>
        <source>Step of the run with its time t (1 = noise, 0 = data) and λ = log(α/σ), half the log signal-to-noise ratio.</source>
        <translation>Schritt des Laufs mit seiner Zeit t (1 = Rauschen, 0 = Daten) und λ = log(α/σ), dem halben logarithmischen Signal-Rausch-Verhältnis.</translation>
    </message>
    <message>
        <source>Token whose embedding is nearest to the x₀ prediction at this step.</source>
        <translation>Token, dessen Einbettung der x₀-Vorhersage in diesem Schritt am nächsten liegt.</translation>
    </message>
    <message>
        <source>L2 distance to the second-nearest token minus distance to the nearest, ≥ 0: how sure the rounding is. Unit: lengths of the embedding space.</source>
        <translation>L2-Abstand zum zweitnächsten Token minus Abstand zum nächsten, ≥ 0: wie sicher die Rundung ist. Einheit: Längen des Einbettungsraums.</translation>
    </message>
    <message>
        <source>L2 distance of the state xₜ to the absorbing state m, in lengths of the embedding space.</source>
        <translation>L2-Abstand des Zustands xₜ zum absorbierenden Zustand m, in Längen des Einbettungsraums.</translation>
    </message>
    <message>
        <source>Whether this step replaced the position by the absorbing state m (discrete noise).</source>
        <translation>Ob dieser Schritt die Position durch den absorbierenden Zustand m ersetzt hat (diskretes Rauschen).</translation>
    </message>
    <message>
        <source>Token whose embedding is nearest to the state xₜ itself, before the network has cleaned it.</source>
        <translation>Token, dessen Einbettung dem Zustand xₜ selbst am nächsten liegt, bevor das Netz ihn bereinigt hat.</translation>
    </message>
    <message>
        <source>The step from which on the nearest token no longer changes, in the steps so far.</source>
        <translation>Der Schritt, ab dem sich das nächste Token nicht mehr ändert, in den bisherigen Schritten.</translation>
    </message>
    <message>
        <source>Nearest token at the last recorded step.</source>
        <translation>Nächstes Token im letzten aufgezeichneten Schritt.</translation>
    </message>
    <message>
        <source>&amp;Nearest tokens</source>
        <translation>&amp;Nächste Token</translation>
    </message>
    <message>
        <source>Nearest tokens of the cell</source>
        <translation>Nächste Token der Zelle</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneDistanceView</name>
    <message>
        <source>Add a lane in the recipe and run both: here their distance is to be seen.</source>
        <translation>Im Rezept eine Spur hinzufügen und beide laufen lassen: Hier ist dann ihr Abstand zu sehen.</translation>
    </message>
    <message>
        <source>This run recorded no latents. Run it again with its latents recorded.</source>
        <translation>Dieser Lauf hat keine latenten Werte aufgezeichnet. Bitte noch einmal mit ihnen laufen lassen.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>distance of x₀ (L2)</source>
        <translation>Abstand der x₀ (L2)</translation>
    </message>
    <message>
        <source>lane %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>L2 distance of a lane&apos;s x₀ predictions to those of the current lane at the step beside it, mean over all positions where text is generated, in lengths of the embedding space. Which steps stand beside each other is chosen beside the step slider.</source>
        <translation>L2-Abstand der x₀-Vorhersagen einer Spur zu denen der aktuellen Spur im Schritt daneben, Mittel über alle Positionen, an denen Text entsteht, in Längen des Einbettungsraums. Welche Schritte nebeneinander stehen, wird neben dem Schieberegler gewählt.</translation>
    </message>
    <message>
        <source>Distance of the lanes to lane %1</source>
        <translation>Abstand der Spuren zu Spur %1</translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneList</name>
    <message numerus="yes">
        <source>%1 · %n step(s)</source>
        <translation>
            <numerusform>%1 · %n Schritt</numerusform>
            <numerusform>%1 · %n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n evaluation(s)</source>
        <translation>
            <numerusform>%1 · %n Auswertung</numerusform>
            <numerusform>%1 · %n Auswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Samplers side by side on one source, up to %1. All start from the same noise as long as they have the same seed.</source>
        <translation>Sampler nebeneinander auf einer Quelle, bis zu %1. Alle beginnen mit demselben Rauschen, solange sie denselben Startwert haben.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Add a lane with the default sampler and this lane&apos;s seed</source>
        <translation>Eine Spur mit dem üblichen Sampler und dem Startwert dieser Spur hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Add a lane with this lane&apos;s sampler, to change one thing in it</source>
        <translation>Eine Spur mit dem Sampler dieser Spur hinzufügen, um darin etwas zu ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen lane away, with its run</source>
        <translation>Die gewählte Spur mit ihrem Lauf wegnehmen</translation>
    </message>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Give the chosen lane a model of its own</source>
        <translation>Der gewählten Spur ein eigenes Modell geben</translation>
    </message>
    <message>
        <source>Forget edits</source>
        <translation>Bearbeitungen vergessen</translation>
    </message>
    <message>
        <source>Run the chosen lane without what was edited on its way</source>
        <translation>Die gewählte Spur ohne das laufen lassen, was unterwegs bearbeitet wurde</translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneModelMenu</name>
    <message>
        <source>Bundled model</source>
        <translation>Mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>The model above</source>
        <translation>Das Modell oben</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>%1 (bundled)</source>
        <translation>%1 (mitgeliefert)</translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneSplitsModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Solver error</source>
        <translation>Löserfehler</translation>
    </message>
    <message>
        <source>Rounding error</source>
        <translation>Rundungsfehler</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Gekippt</translation>
    </message>
    <message>
        <source>Solver and steps; a click makes it the current lane</source>
        <translation>Löser und Schritte; ein Klick macht sie zur aktuellen Spur</translation>
    </message>
    <message>
        <source>How far the run ended from its reference run of many fine steps: L2 distance of the final latents, mean over the positions where text is generated, in lengths of the embedding space</source>
        <translation>Wie weit der Lauf von seinem Vergleichslauf aus vielen feinen Schritten endete: L2-Abstand der letzten latenten Werte, Mittel über die Positionen, an denen Text erzeugt wird, in Längen des Einbettungsraums</translation>
    </message>
    <message>
        <source>How far the run&apos;s final latents are from the nearest embeddings: L2 distance, mean over the same positions</source>
        <translation>Wie weit die letzten latenten Werte des Laufs von den nächsten Einbettungen sind: L2-Abstand, Mittel über dieselben Positionen</translation>
    </message>
    <message>
        <source>Positions whose final token is another one than the reference&apos;s, of all where text is generated</source>
        <translation>Positionen, deren letztes Token ein anderes ist als im Vergleichslauf, von allen, an denen Text erzeugt wird</translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneStack</name>
    <message>
        <source>faithful</source>
        <translation>getreu</translation>
    </message>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) in %1 s</source>
        <translation>
            <numerusform>%n Auswertung in %1 s</numerusform>
            <numerusform>%n Auswertungen in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n step(s) · %2 · seed %3 · %4</source>
        <translation>
            <numerusform>%1 · %n Schritt · %2 · Startwert %3 · %4</numerusform>
            <numerusform>%1 · %n Schritte · %2 · Startwert %3 · %4</numerusform>
        </translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Evaluations: how often the network was asked for x₀, for each candidate. Seconds: wall time of the run.</source>
        <translation>Auswertungen: wie oft das Netz nach x₀ gefragt wurde, je Kandidat. Sekunden: verstrichene Zeit des Laufs.</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>Make this lane the current one: plots, inspector and player show it, and other lanes are compared with it</source>
        <translation>Diese Spur zur aktuellen machen: Diagramme, Inspektor und Abspieler zeigen sie, und andere Spuren werden mit ihr verglichen</translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneTable</name>
    <message>
        <source>Reference: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>No reference: BLEU and slots are told for sources out of the examples.</source>
        <translation>Keine Vorlage: BLEU und Angaben gibt es für Quellen aus den Beispielen.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Metrics of the lanes</source>
        <translation>Maße der Spuren</translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation>Als Tabelle &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>diffuscope::Lanes</name>
    <message>
        <source>Starting …</source>
        <translation>Startet …</translation>
    </message>
</context>
<context>
    <name>diffuscope::LanesModel</name>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Solver and steps</source>
        <translation>Löser und Schritte</translation>
    </message>
    <message>
        <source>How often the network was asked for x₀, for each candidate</source>
        <translation>Wie oft das Netz nach x₀ gefragt wurde, je Kandidat</translation>
    </message>
    <message>
        <source>Wall time of the lane&apos;s run in seconds, all candidates together, beside the other lanes</source>
        <translation>Verstrichene Zeit des Laufs der Spur in Sekunden, alle Kandidaten zusammen, neben den anderen Spuren</translation>
    </message>
    <message>
        <source>Sentence BLEU of the published evaluation (NLTK, up to 4-grams, smoothing method 4), 0 to 1, against the example&apos;s reference</source>
        <translation>Satz-BLEU der veröffentlichten Auswertung (NLTK, bis zu 4-Grammen, Glättung nach Methode 4), 0 bis 1, gegen die Vorlage des Beispiels</translation>
    </message>
    <message>
        <source>Share of the source&apos;s slot values said word for word in the reference that the sentence says too, any case, 0 to 1</source>
        <translation>Anteil der Angaben der Quelle, die die Vorlage wörtlich sagt und der Satz auch, Groß- und Kleinschreibung gleich, 0 bis 1</translation>
    </message>
    <message>
        <source>Tokens that differ from the current lane&apos;s at the newest step, up to the end mark</source>
        <translation>Token, die im neuesten Schritt andere sind als in der aktuellen Spur, bis zur Endmarke</translation>
    </message>
    <message>
        <source>The sentence of the candidate that is chosen in the list of sentences</source>
        <translation>Der Satz des Kandidaten, der in der Liste der Sätze gewählt ist</translation>
    </message>
</context>
<context>
    <name>diffuscope::MainWindow</name>
    <message numerus="yes">
        <source>%n evaluation(s) in %1 s</source>
        <translation>
            <numerusform>%n Auswertung in %1 s</numerusform>
            <numerusform>%n Auswertungen in %1 s</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; the steps so far stay.</source>
        <translation>Abgebrochen; die bisherigen Schritte bleiben.</translation>
    </message>
    <message>
        <source>Generating …</source>
        <translation>Erzeuge …</translation>
    </message>
    <message>
        <source>%v/%m · %1 s left</source>
        <translation>%v/%m · noch %1 s</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Traces (*.safetensors)</source>
        <translation>Aufzeichnungen (*.safetensors)</translation>
    </message>
    <message>
        <source>Save trace</source>
        <translation>Aufzeichnung speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>About Diffuscope</source>
        <translation>Über Diffuscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Diffuscope %1&lt;/h3&gt;&lt;p&gt;A studio for text diffusion: DiffuSeq-v2 (Gong et al. 2023, arXiv 2310.05793).&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, LibTorch and SentencePiece. Bundled data: Schema-Guided Dialogue (Google), CC BY-SA 4.0; CMU Pronouncing Dictionary (Carnegie Mellon University), BSD licence. The bundled models were trained on them by this program.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Diffuscope %1&lt;/h3&gt;&lt;p&gt;Ein Studio für Textdiffusion: DiffuSeq-v2 (Gong u. a. 2023, arXiv 2310.05793).&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Benutzt Qt, QCustomPlot, LibTorch und SentencePiece. Mitgelieferte Daten: Schema-Guided Dialogue (Google), CC BY-SA 4.0; CMU Pronouncing Dictionary (Carnegie Mellon University), BSD-Lizenz. Die mitgelieferten Modelle wurden von diesem Programm darauf trainiert.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td&gt;Play, pause&lt;/td&gt;&lt;td&gt;Space&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Step, position&lt;/td&gt;&lt;td&gt;Arrow keys, Home, End&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Zoom the grid&lt;/td&gt;&lt;td&gt;Ctrl+wheel&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td&gt;Abspielen, anhalten&lt;/td&gt;&lt;td&gt;Leertaste&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Schritt, Position&lt;/td&gt;&lt;td&gt;Pfeiltasten, Pos1, Ende&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;Gitter vergrößern&lt;/td&gt;&lt;td&gt;Strg+Mausrad&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Diffuscope</source>
        <translation>Diffuscope</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;igure</source>
        <translation>Abb&amp;ildung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Colour by</source>
        <translation>&amp;Farbe nach</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farbs&amp;chema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>Modell&amp;ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;trace…</source>
        <translation>&amp;Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Copy &amp;sentence of this step</source>
        <translation>&amp;Satz dieses Schritts kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;grid as a table</source>
        <translation>&amp;Gitter als Tabelle kopieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Restore &amp;default layout</source>
        <translation>Standardanordnung wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Export the grid…</source>
        <translation>Gitter &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About Diffuscope</source>
        <translation>Ü&amp;ber Diffuscope</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>L&amp;ayout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>Copy grid as &amp;LaTeX</source>
        <translation>Raster als &amp;LaTeX kopieren</translation>
    </message>
    <message>
        <source>&amp;Find a token…</source>
        <translation>&amp;Token suchen …</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>&amp;Erkunden</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>&amp;Abbildung</translation>
    </message>
    <message>
        <source>Lane %1: %2</source>
        <translation>Spur %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s): %1</source>
        <translation>
            <numerusform>%n Spur: %1</numerusform>
            <numerusform>%n Spuren: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>As released against &amp;faithful</source>
        <translation>Wie &amp;veröffentlicht gegen getreu</translation>
    </message>
    <message>
        <source>&amp;Ancestral 2,000 against DPM-Solver++ 2M, 10 steps</source>
        <translation>A&amp;ncestral 2.000 gegen DPM-Solver++ 2M, 10 Schritte</translation>
    </message>
    <message>
        <source>There is no room for another lane; remove one and edit again.</source>
        <translation>Für eine weitere Spur ist kein Platz; nehmen Sie eine weg und ändern Sie noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Studies</source>
        <translation>&amp;Studien</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>Opened an earlier run of %n lane(s): %1</source>
        <translation>
            <numerusform>Früheren Lauf mit %n Spur geöffnet: %1</numerusform>
            <numerusform>Früheren Lauf mit %n Spuren geöffnet: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open recipe of a figure</source>
        <translation>Rezept einer Abbildung öffnen</translation>
    </message>
    <message>
        <source>Figures (%1)</source>
        <translation>Abbildungen (%1)</translation>
    </message>
    <message>
        <source>Compute &amp;on</source>
        <translation>&amp;Rechnen auf</translation>
    </message>
    <message>
        <source>Open &amp;recipe of a figure…</source>
        <translation>&amp;Rezept einer Abbildung öffnen …</translation>
    </message>
    <message>
        <source>&amp;Train a model…</source>
        <translation>Ein Modell &amp;trainieren …</translation>
    </message>
    <message>
        <source>&amp;Stop training</source>
        <translation>Training &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;CPU</source>
        <translation>&amp;CPU</translation>
    </message>
    <message>
        <source>&amp;GPU (CUDA)</source>
        <translation>&amp;GPU (CUDA)</translation>
    </message>
    <message>
        <source>Opened the recipe of %1; press Run to see what it gives.</source>
        <translation>Rezept von %1 geöffnet; „Starten“ zeigt, was es ergibt.</translation>
    </message>
    <message>
        <source>“%1” holds no recipe of a run: %2</source>
        <translation>„%1“ enthält kein Rezept eines Laufs: %2</translation>
    </message>
    <message>
        <source>A run is under way; wait for its end or cancel it, and edit again.</source>
        <translation>Es läuft gerade etwas; das Ende abwarten oder abbrechen und noch einmal bearbeiten.</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>Sitzung ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Sa&amp;ve session</source>
        <translation>Sit&amp;zung speichern</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Sav&amp;e trace…</source>
        <translation>Aufzeichnung &amp;speichern …</translation>
    </message>
    <message>
        <source>“%1” is neither a session, a trace nor a figure of this program, nor part of a model folder.</source>
        <translation>„%1“ ist weder eine Sitzung, eine Aufzeichnung noch eine Abbildung dieses Programms, noch Teil eines Modellordners.</translation>
    </message>
    <message>
        <source>Sessions (*.%1)</source>
        <translation>Sitzungen (*.%1)</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>There is no model “%1” here; lanes that ran it run the window&apos;s instead.</source>
        <translation>Das Modell „%1“ gibt es hier nicht; Spuren, die es hatten, laufen mit dem des Fensters.</translation>
    </message>
    <message>
        <source>Opened %1; press Run to compute its lanes.</source>
        <translation>%1 geöffnet; „Starten“ rechnet ihre Spuren.</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>%1 – Diffuscope</source>
        <translation>%1 – Diffuscope</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>Öffne %1 …</translation>
    </message>
    <message>
        <source>Saving %1 …</source>
        <translation>Speichere %1 …</translation>
    </message>
    <message>
        <source>Cancelled; %1 was not opened.</source>
        <translation>Abgebrochen; %1 wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Cancelled; %1 was not saved.</source>
        <translation>Abgebrochen; %1 wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>diffuscope::MarginView</name>
    <message>
        <source>rounding error</source>
        <translation>Rundungsfehler</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>Vorsprung</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>rounding error ‖x₀ − nearest embedding‖</source>
        <translation>Rundungsfehler ‖x₀ − nächste Einbettung‖</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Was die Karte zeigt</translation>
    </message>
    <message>
        <source>mean length</source>
        <translation>mittlere Länge</translation>
    </message>
    <message>
        <source>entropy, bits</source>
        <translation>Entropie, Bit</translation>
    </message>
    <message>
        <source>entropy ↑</source>
        <translation>Entropie ↑</translation>
    </message>
    <message>
        <source>Nearest tokens of the cell</source>
        <translation>Nächste Token der Zelle</translation>
    </message>
    <message>
        <source>Rounding error at each position, by step</source>
        <translation>Rundungsfehler an jeder Position, nach Schritten</translation>
    </message>
    <message>
        <source>Margin of the rounding at each position, by step</source>
        <translation>Vorsprung der Rundung an jeder Position, nach Schritten</translation>
    </message>
    <message>
        <source>Map: margin, the L2 distance of the x₀ prediction to its second-nearest token minus that to its nearest (0: undecided); or rounding error, the distance to the nearest embedding. In lengths of the embedding space.
Curves, means over all target positions: both of these, and on the axis at the top the entropy of softmax(lm_head(x₀)), in bits.</source>
        <translation>Karte: Vorsprung, der L2-Abstand der x₀-Vorhersage zum zweitnächsten Token minus dem zum nächsten (0: unentschieden); oder Rundungsfehler, der Abstand zur nächsten Einbettung. In Längen des Einbettungsraums.
Kurven, Mittel über alle Zielpositionen: diese beiden und auf der oberen Achse die Entropie von softmax(lm_head(x₀)), in Bit.</translation>
    </message>
</context>
<context>
    <name>diffuscope::ModelBox</name>
    <message>
        <source>trained %1 h on %2 pairs</source>
        <translation>%1 h auf %2 Paaren trainiert</translation>
    </message>
    <message>
        <source>, BLEU %1</source>
        <translation>, BLEU %1</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>Öffne %1 …</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
    <message>
        <source>%1 · %2 M weights · %3 tokens · D = %4</source>
        <translation>%1 · %2 Mio. Gewichte · %3 Token · D = %4</translation>
    </message>
    <message>
        <source>%1 layers of width %2, %3 heads; canvas of %4 tokens; schedule %5, T = %6
Tokenizer: %7
Absorbing state: ‖m‖ = %8; mean embedding length %9
%10</source>
        <translation>%1 Schichten der Breite %2, %3 Köpfe; Leinwand aus %4 Token; Rauschplan %5, T = %6
Tokenizer: %7
Absorbierender Zustand: ‖m‖ = %8; mittlere Einbettungslänge %9
%10</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Open a model folder (native or as the published training writes it); it can also be dropped on the window</source>
        <translation>Einen Modellordner öffnen (eigenes Format oder wie vom veröffentlichten Training geschrieben); er lässt sich auch auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>, %1 % wholly right</source>
        <translation>, %1 % ganz richtig</translation>
    </message>
</context>
<context>
    <name>diffuscope::NamedSpacings</name>
    <message>
        <source>The named spacings could not be read: %1</source>
        <translation>Die benannten Zeitpunkte ließen sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>“%1” holds no named spacings; it will be kept aside.</source>
        <translation>„%1“ enthält keine benannten Zeitpunkte; die Datei wird beiseite gelegt.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Zuerst einen Namen eingeben.</translation>
    </message>
    <message>
        <source>A spacing needs at least two times that fall, between 1 and 1/T.</source>
        <translation>Es braucht mindestens zwei fallende Zeiten zwischen 1 und 1/T.</translation>
    </message>
    <message>
        <source>Choose a named spacing first.</source>
        <translation>Zuerst benannte Zeitpunkte wählen.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2</source>
        <translation>„%1“ ließ sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>“%1” holds no named spacings.</source>
        <translation>„%1“ enthält keine benannten Zeitpunkte.</translation>
    </message>
</context>
<context>
    <name>diffuscope::NeighboursModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Farther by</source>
        <translation>Weiter um</translation>
    </message>
    <message>
        <source>Rank by distance, 1 = nearest</source>
        <translation>Rang nach Abstand, 1 = nächstes</translation>
    </message>
    <message>
        <source>Token of the vocabulary</source>
        <translation>Token des Wortschatzes</translation>
    </message>
    <message>
        <source>L2 distance of the x₀ prediction to the token&apos;s embedding, in lengths of the embedding space</source>
        <translation>L2-Abstand der x₀-Vorhersage zur Einbettung des Tokens, in Längen des Einbettungsraums</translation>
    </message>
    <message>
        <source>How much farther than the nearest token; the second line is the margin</source>
        <translation>Wie viel weiter als das nächste Token; die zweite Zeile ist der Vorsprung</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Probability of the token among the whole vocabulary: softmax(lm_head(x₀)), 0 … 1</source>
        <translation>Wahrscheinlichkeit des Tokens im ganzen Vokabular: softmax(lm_head(x₀)), 0 … 1</translation>
    </message>
    <message>
        <source>Probability of the token among the whole vocabulary: softmax(E·x₀), 0 … 1; this trace lacks lm_head&apos;s bias</source>
        <translation>Wahrscheinlichkeit des Tokens im ganzen Vokabular: softmax(E·x₀), 0 … 1; dieser Aufzeichnung fehlt der Bias von lm_head</translation>
    </message>
</context>
<context>
    <name>diffuscope::OrderView</name>
    <message>
        <source>Measuring the orders of the solvers…</source>
        <translation>Die Ordnungen der Löser werden gemessen …</translation>
    </message>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>%1: order %2, expected %3</source>
        <translation>%1: Ordnung %2, erwartet %3</translation>
    </message>
    <message>
        <source>%1: slope %2, no order</source>
        <translation>%1: Steigung %2, keine Ordnung</translation>
    </message>
    <message>
        <source>measured %1 of %2</source>
        <translation>%1 von %2 gemessen</translation>
    </message>
    <message>
        <source>%1 is not measured with this spacing</source>
        <translation>%1 wird mit diesen Zeitpunkten nicht gemessen</translation>
    </message>
    <message>
        <source>even in λ (log-SNR)</source>
        <translation>gleichmäßig in λ (log-SNR)</translation>
    </message>
    <message>
        <source>even in time</source>
        <translation>gleichmäßig in der Zeit</translation>
    </message>
    <message>
        <source>quadratic in time</source>
        <translation>quadratisch in der Zeit</translation>
    </message>
    <message>
        <source>Karras (ρ = 7)</source>
        <translation>Karras (ρ = 7)</translation>
    </message>
    <message>
        <source>beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Spacing of the steps</source>
        <translation>Zeitpunkte der Schritte</translation>
    </message>
    <message>
        <source>Where on the schedule the steps lie.</source>
        <translation>Wo auf dem Rauschplan die Schritte liegen.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>step size (1 / evaluations)</source>
        <translation>Schrittweite (1 / Auswertungen)</translation>
    </message>
    <message>
        <source>error at the end</source>
        <translation>Fehler am Ende</translation>
    </message>
    <message>
        <source>A problem with a closed form under the model&apos;s schedule (sqrt), in double precision: a mixture of three Gaussians for solvers without noise, where the error is the root mean square over eight starting points; two Gaussians for those with noise, where it is the distance of mean and deviation. Step size: one part of the run, 1 / network evaluations. The slope of the line is the solver&apos;s order; a line that does not fall has none. Faint: the other solvers.</source>
        <translation>Eine Aufgabe mit geschlossener Lösung unter dem Rauschplan des Modells (sqrt), in doppelter Genauigkeit: für Löser ohne Rauschen eine Mischung aus drei Gauß-Verteilungen mit dem quadratischen Mittel des Fehlers über acht Anfangspunkte, für solche mit Rauschen zwei Gauß-Verteilungen mit dem Abstand von Mittelwert und Streuung. Schrittweite: ein Teil des Laufs, 1 / Auswertungen des Netzes. Die Steigung der Linie ist die Ordnung des Lösers; eine Linie, die nicht fällt, hat keine. Blass: die anderen Löser.</translation>
    </message>
    <message>
        <source>Order of convergence of the solvers</source>
        <translation>Konvergenzordnung der Löser</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n evaluation(s) · error %2</source>
        <translation>
            <numerusform>%1 · %n Auswertung · Fehler %2</numerusform>
            <numerusform>%1 · %n Auswertungen · Fehler %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::PlotDocks</name>
    <message>
        <source>Export “%1”…</source>
        <translation>„%1“ exportieren …</translation>
    </message>
</context>
<context>
    <name>diffuscope::PlotView</name>
    <message>
        <source>Type a source sentence and press Run.</source>
        <translation>Einen Quellsatz eingeben und „Starten“ drücken.</translation>
    </message>
    <message>
        <source>This run recorded no steps. Run it again with its steps recorded.</source>
        <translation>Dieser Lauf hat keine Schritte aufgezeichnet. Mit Aufzeichnung noch einmal starten.</translation>
    </message>
    <message>
        <source>Waiting for the first step…</source>
        <translation>Warten auf den ersten Schritt …</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show &amp;legend</source>
        <translation>&amp;Legende zeigen</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation>&amp;Daten kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Shift and drag: zoom into a box. Double click: see all. Click: move the cursor there. Arrow keys: walk through steps and positions.</source>
        <translation>Rad: zoomen. Ziehen: verschieben. Umschalt und ziehen: in ein Rechteck zoomen. Doppelklick: alles sehen. Klick: Cursor dorthin setzen. Pfeiltasten: durch Schritte und Positionen gehen.</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
</context>
<context>
    <name>diffuscope::RecipePanel</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Generate with these settings (Ctrl+Return)</source>
        <translation>Mit diesen Einstellungen erzeugen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the run; the steps so far stay (Esc)</source>
        <translation>Den Lauf anhalten; die bisherigen Schritte bleiben (Esc)</translation>
    </message>
</context>
<context>
    <name>diffuscope::RecipeUndo</name>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>diffuscope::ReferenceRuns</name>
    <message>
        <source>The reference run was cancelled.</source>
        <translation>Der Vergleichslauf wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>diffuscope::RunBar</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>beginnt …</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 % · %2 s left</source>
        <translation>%1 % · noch %2 s</translation>
    </message>
    <message>
        <source>%1 % · %2 min left</source>
        <translation>%1 % · noch %2 min</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; what was shown before stays</source>
        <translation>Anhalten; was vorher zu sehen war, bleibt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>diffuscope::SamplerBox</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>even in time</source>
        <translation>gleichmäßig in der Zeit</translation>
    </message>
    <message>
        <source>quadratic in time</source>
        <translation>quadratisch in der Zeit</translation>
    </message>
    <message>
        <source>even in λ (log-SNR)</source>
        <translation>gleichmäßig in λ (log-SNR)</translation>
    </message>
    <message>
        <source>Karras (ρ = 7)</source>
        <translation>Karras (ρ = 7)</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>getreu</translation>
    </message>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>How the noise is taken away. Ancestral sampling follows the random process backwards; the others integrate its probability-flow ODE.</source>
        <translation>Wie das Rauschen entfernt wird. Ancestral Sampling geht den Zufallsprozess rückwärts; die anderen integrieren seine Wahrscheinlichkeitsfluss-ODE.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Faithful: as the solver&apos;s paper defines it, on x − m, where m is the absorbing state.
As released: as the published DiffuSeq-v2 code computes it, number for number.</source>
        <translation>Getreu: wie der Artikel den Löser definiert, auf x − m mit dem absorbierenden Zustand m.
Wie veröffentlicht: wie der veröffentlichte DiffuSeq-v2-Code rechnet, Zahl für Zahl.</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>Where on the schedule the steps lie. λ is half the log signal-to-noise ratio, log(α/σ).</source>
        <translation>Wo auf dem Rauschplan die Schritte liegen. λ ist das halbe logarithmische Signal-Rausch-Verhältnis, log(α/σ).</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Candidates for the source; each starts from noise of its own.</source>
        <translation>Kandidaten für die Quelle; jeder beginnt mit eigenem Rauschen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and recipe give the same sentence.</source>
        <translation>Gleicher Startwert und gleiches Rezept ergeben den gleichen Satz.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufälliger Startwert</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Back to what is recommended for this model; the seed stays</source>
        <translation>Zurück zum für dieses Modell Empfohlenen; der Startwert bleibt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>own list of times</source>
        <translation>eigene Liste von Zeiten</translation>
    </message>
    <message>
        <source>More (%1)</source>
        <translation>Mehr (%1)</translation>
    </message>
    <message>
        <source>Solver steps from noise to text, 1 … 2,000. Each costs one evaluation of the network, or more with solvers that say so.</source>
        <translation>Schritte des Lösers vom Rauschen zum Text, 1 … 2.000. Jeder kostet eine Auswertung des Netzes, oder mehr bei Lösern, die das sagen.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Where the steps lie in time: numbers that fall from 1 (noise) to at least 1/T (data), with a point for the decimal mark. Their number decides the steps.</source>
        <translation>Wo die Schritte in der Zeit liegen: Zahlen, die von 1 (Rauschen) bis höchstens hinab zu 1/T (Daten) fallen, mit Dezimalpunkt. Ihre Zahl bestimmt die Schritte.</translation>
    </message>
    <message>
        <source>Options of this solver; in brackets how many of them are not as usual</source>
        <translation>Einstellungen dieses Lösers; in Klammern, wie viele davon nicht wie üblich sind</translation>
    </message>
    <message numerus="yes">
        <source>Named times, %n step(s)</source>
        <translation>
            <numerusform>Benannte Zeiten, %n Schritt</numerusform>
            <numerusform>Benannte Zeiten, %n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::ScheduleView</name>
    <message>
        <source>Schedule</source>
        <translation>Rauschplan</translation>
    </message>
    <message>
        <source>step size Δλ</source>
        <translation>Schrittweite Δλ</translation>
    </message>
    <message>
        <source>ᾱ, σ, probability</source>
        <translation>ᾱ, σ, Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Δλ of the step to here</source>
        <translation>Δλ des Schritts hierher</translation>
    </message>
    <message>
        <source>ᾱ →</source>
        <translation>ᾱ →</translation>
    </message>
    <message>
        <source>σ →</source>
        <translation>σ →</translation>
    </message>
    <message>
        <source>discrete noise →</source>
        <translation>diskretes Rauschen →</translation>
    </message>
    <message>
        <source>The times that the solver chose. A stem stands at each, as high as the step to it is wide on the λ axis, where λ = log(α/σ). Right axis: the schedule&apos;s ᾱ = α² (share of signal) and σ (noise), and the probability with which discrete noise replaced a position by m in that step; 0 where the solver adds none.</source>
        <translation>Die Zeiten, die der Löser gewählt hat. An jeder steht ein Stab, so hoch, wie der Schritt dorthin auf der λ-Achse breit ist, mit λ = log(α/σ). Rechte Achse: ᾱ = α² (Signalanteil) und σ (Rauschen) des Rauschplans und die Wahrscheinlichkeit, mit der diskretes Rauschen in diesem Schritt eine Position durch m ersetzt hat; 0, wo der Löser keines hinzufügt.</translation>
    </message>
    <message>
        <source>The solver&apos;s times on the noise schedule</source>
        <translation>Die Zeiten des Lösers auf dem Rauschplan</translation>
    </message>
</context>
<context>
    <name>diffuscope::SearchBar</name>
    <message>
        <source>Sentences to search over</source>
        <translation>Sätze, über die gesucht wird</translation>
    </message>
    <message>
        <source>Search: mean distance %1, at first %2 (%3 % less)</source>
        <translation>Suche: mittlerer Abstand %1, anfangs %2 (%3 % weniger)</translation>
    </message>
    <message>
        <source>Equal error</source>
        <translation>Gleicher Fehler</translation>
    </message>
    <message>
        <source>Lays the steps so that each makes the same local error, as measured along the fine run of this source and seed</source>
        <translation>Legt die Schritte so, dass jeder denselben lokalen Fehler macht, gemessen am feinen Lauf dieser Quelle und dieses Startwerts</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; the best times so far stay</source>
        <translation>Anhalten; die bisher besten Zeiten bleiben</translation>
    </message>
    <message>
        <source>How many of the first sentences of the file the search is over; all run in one batch</source>
        <translation>Über wie viele der ersten Sätze der Datei gesucht wird; alle laufen in einem Stapel</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Mean over sentences and positions of the L2 distance between the final state and the fine run’s, in lengths of the embedding space</source>
        <translation>Mittel des L2-Abstands zwischen dem Endzustand und dem des feinen Laufs über Sätze und Positionen, in Längen des Einbettungsraums</translation>
    </message>
    <message>
        <source>Moves one inner time after the other, starting from these times, and keeps what brings the final states nearer to the fine runs’, in the mean over these sentences. It never gets worse than it began.</source>
        <translation>Verschiebt von diesen Zeiten aus eine innere Zeit nach der anderen und behält, was die Endzustände im Mittel über diese Sätze denen der feinen Läufe näher bringt. Schlechter als am Anfang wird es nie.</translation>
    </message>
    <message>
        <source>sentences: </source>
        <translation>Sätze: </translation>
    </message>
    <message>
        <source>This model brings no sample sentences; choose a file.</source>
        <translation>Dieses Modell bringt keine Beispielsätze mit; bitte eine Datei wählen.</translation>
    </message>
    <message>
        <source>The sample sentences of the model</source>
        <translation>Die Beispielsätze des Modells</translation>
    </message>
</context>
<context>
    <name>diffuscope::SentencesModel</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>The chosen candidate of its source</source>
        <translation>Der gewählte Kandidat seiner Quelle</translation>
    </message>
    <message>
        <source>Number of the candidate; each has its own noise</source>
        <translation>Nummer des Kandidaten; jeder hat sein eigenes Rauschen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Chosen candidate: least Bayes risk if the recipe asks for it, else the first</source>
        <translation>Gewählter Kandidat: kleinstes Bayes-Risiko, wenn das Rezept es verlangt, sonst der erste</translation>
    </message>
    <message>
        <source>The sentence that was typed</source>
        <translation>Der eingegebene Satz</translation>
    </message>
    <message>
        <source>The generated sentence; in italics while the run is under way</source>
        <translation>Der erzeugte Satz; kursiv, solange der Lauf dauert</translation>
    </message>
    <message>
        <source>The lane that made it</source>
        <translation>Die Spur, aus der er stammt</translation>
    </message>
    <message numerus="yes">
        <source>Underlined: %n word(s) that lane %1 does not say there</source>
        <translation>
            <numerusform>Unterstrichen: %n Wort, das Spur %1 dort nicht sagt</numerusform>
            <numerusform>Unterstrichen: %n Wörter, die Spur %1 dort nicht sagt</numerusform>
        </translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
</context>
<context>
    <name>diffuscope::SentencesView</name>
    <message>
        <source>At step %1</source>
        <translation>Bei Schritt %1</translation>
    </message>
    <message>
        <source>No steps</source>
        <translation>Keine Schritte</translation>
    </message>
    <message>
        <source>&amp;Copy sentences</source>
        <translation>Sätze &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected sentences, a line each</source>
        <translation>Die gewählten Sätze kopieren, je eine Zeile</translation>
    </message>
    <message>
        <source>Copy as &amp;table</source>
        <translation>Als &amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines as tab-separated values: source, sample, chosen, sentence</source>
        <translation>Die gewählten Zeilen als tabulatorgetrennte Werte kopieren: Quelle, Nummer, gewählt, Satz</translation>
    </message>
    <message>
        <source>The nearest tokens at the step under the cursor, joined to text up to the end mark</source>
        <translation>Die nächsten Token beim gewählten Schritt, bis zur Endmarke zu Text verbunden</translation>
    </message>
    <message>
        <source>Text at the current step</source>
        <translation>Text beim gewählten Schritt</translation>
    </message>
    <message>
        <source>Sentences appear here once a run has started.</source>
        <translation>Sätze erscheinen hier, sobald ein Lauf begonnen hat.</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
</context>
<context>
    <name>diffuscope::SolverOptions</name>
    <message>
        <source>DDIM η</source>
        <translation>DDIM η</translation>
    </message>
    <message>
        <source>0: deterministic; 1: as noisy as ancestral sampling (Song et al. 2021, eq. 16).</source>
        <translation>0: deterministisch; 1: so verrauscht wie Ancestral Sampling (Song u. a. 2021, Gl. 16).</translation>
    </message>
    <message>
        <source>SDE η</source>
        <translation>SDE-η</translation>
    </message>
    <message>
        <source>Share of the noise that the solver adds at each step: 0 its ODE, 1 as in its paper (SA-Solver: τ).</source>
        <translation>Anteil des Rauschens, das der Löser in jedem Schritt zugibt: 0 seine ODE, 1 wie in seiner Arbeit (SA-Solver: τ).</translation>
    </message>
    <message>
        <source>Noise scale</source>
        <translation>Rauschmaß</translation>
    </message>
    <message>
        <source>Factor of the noise that is added at each step, 0 … 2. 1 is what the theory asks for (Karras et al. 2022: S_noise).</source>
        <translation>Faktor des Rauschens, das jeder Schritt zugibt, 0 … 2. 1 verlangt die Theorie (Karras u. a. 2022: S_noise).</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Relative error allowed for a step, 0.000001 … 1. The solver chooses the steps so that each stays below it.</source>
        <translation>Erlaubter relativer Fehler eines Schritts, 0,000001 … 1. Der Löser wählt die Schritte so, dass jeder darunter bleibt.</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>How often the run goes back up to more noise and down again (Xu et al. 2023). Each time costs evaluations.</source>
        <translation>Wie oft der Lauf wieder zu mehr Rauschen hinauf und noch einmal hinab geht (Xu u. a. 2023). Jedes Mal kostet Auswertungen.</translation>
    </message>
    <message>
        <source>ρ</source>
        <translation>ρ</translation>
    </message>
    <message>
        <source>Exponent of the spacing: higher puts more steps at low noise. 0: the published one (Karras: 7, polyexponential: 1).</source>
        <translation>Exponent der Zeitpunkte: Ein höherer legt mehr Schritte zu wenig Rauschen. 0: der veröffentlichte (Karras: 7, polyexponential: 1).</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>As many steps as this number of network evaluations pays for, instead of the steps above. 0 switches it off.</source>
        <translation>So viele Schritte, wie diese Zahl von Auswertungen des Netzes hergibt, statt der Schritte oben. 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Scale of the initial noise. 1 is what the theory asks for; less trades diversity for quality.</source>
        <translation>Maßstab des Anfangsrauschens. 1 verlangt die Theorie; weniger tauscht Vielfalt gegen Güte.</translation>
    </message>
    <message>
        <source>Interpolate τ</source>
        <translation>Mischung τ</translation>
    </message>
    <message>
        <source>Each x₀ prediction becomes softmax(lm_head(x₀)/τ)·E, a mixture of embeddings. 0 switches it off.</source>
        <translation>Jede x₀-Vorhersage wird zu softmax(lm_head(x₀)/τ)·E, einer Mischung von Einbettungen. 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Absorb rate</source>
        <translation>Absorptionsrate</translation>
    </message>
    <message>
        <source>After each step a position falls back to the absorbing state with this rate times ancestral sampling&apos;s standard deviation. 0 switches it off, as the solvers&apos; papers have it.</source>
        <translation>Nach jedem Schritt fällt eine Position mit dieser Rate mal der Standardabweichung des Ancestral Sampling in den absorbierenden Zustand zurück. 0 schaltet es aus, wie in den Arbeiten der Löser.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <source>Positions for source and answer together, in tokens. 0: the model&apos;s own length.</source>
        <translation>Positionen für Quelle und Antwort zusammen, in Token. 0: die Länge des Modells.</translation>
    </message>
    <message>
        <source>Discrete noise</source>
        <translation>Diskretes Rauschen</translation>
    </message>
    <message>
        <source>Ancestral sampling: after each step a position falls back to the absorbing state with probability σ·rate.</source>
        <translation>Ancestral Sampling: Nach jedem Schritt fällt eine Position mit Wahrscheinlichkeit σ·Rate in den absorbierenden Zustand zurück.</translation>
    </message>
    <message>
        <source>Denoise to zero</source>
        <translation>Bis null entrauschen</translation>
    </message>
    <message>
        <source>One evaluation more: the end is the x₀ prediction made from the last state.</source>
        <translation>Eine Auswertung mehr: Das Ende ist die x₀-Vorhersage aus dem letzten Zustand.</translation>
    </message>
    <message>
        <source>Rounding clamp</source>
        <translation>Rundungsklemme</translation>
    </message>
    <message>
        <source>Each x₀ prediction is moved to its nearest word embedding before the step (Li et al. 2022).</source>
        <translation>Jede x₀-Vorhersage wird vor dem Schritt auf ihre nächste Worteinbettung gesetzt (Li u. a. 2022).</translation>
    </message>
    <message>
        <source>model&apos;s</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>Least Bayes risk</source>
        <translation>Kleinstes Bayes-Risiko</translation>
    </message>
    <message>
        <source>Of several samples the one is chosen that is most like the others (minimum Bayes risk by BLEU); otherwise the first.</source>
        <translation>Von mehreren Stichproben wird die gewählt, die den anderen am ähnlichsten ist (kleinstes Bayes-Risiko nach BLEU); sonst die erste.</translation>
    </message>
    <message>
        <source>Fewest slot errors</source>
        <translation>Wenigste Angabenfehler</translation>
    </message>
    <message>
        <source>Of several samples only those can be chosen that leave out or repeat the fewest values of the source (Dušek and Jurčíček 2016), and of these only those with the fewest doubled words.</source>
        <translation>Von mehreren Stichproben kommen nur die in Frage, die die wenigsten Angaben der Quelle auslassen oder wiederholen (Dušek und Jurčíček 2016), und von diesen nur die mit den wenigsten doppelten Wörtern.</translation>
    </message>
</context>
<context>
    <name>diffuscope::SourceBox</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The sentence to answer; see Examples for what this model was trained on</source>
        <translation>Der Satz, auf den geantwortet wird; „Beispiele“ zeigt, worauf dieses Modell trainiert ist</translation>
    </message>
    <message>
        <source>Source sentence</source>
        <translation>Quellsatz</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Sentences of the kind that this model was trained on</source>
        <translation>Sätze von der Art, auf der dieses Modell trainiert wurde</translation>
    </message>
</context>
<context>
    <name>diffuscope::SpacingBar</name>
    <message>
        <source>own times</source>
        <translation>eigene Zeiten</translation>
    </message>
    <message>
        <source>times of the lane</source>
        <translation>Zeiten der Spur</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Export named spacings</source>
        <translation>Benannte Zeitpunkte exportieren</translation>
    </message>
    <message>
        <source>Named spacings (*.json)</source>
        <translation>Benannte Zeitpunkte (*.json)</translation>
    </message>
    <message>
        <source>Import named spacings</source>
        <translation>Benannte Zeitpunkte importieren</translation>
    </message>
    <message>
        <source>Times to start from: those of the lane that is chosen in the recipe, a spacing, or what was saved under a name</source>
        <translation>Zeiten, von denen aus begonnen wird: die der im Rezept gewählten Spur, die einer Regel oder was unter einem Namen gesichert ist</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Number of steps. A spacing is laid anew; edited times keep their shape.</source>
        <translation>Zahl der Schritte. Nach einer Regel werden sie neu gelegt; bearbeitete Zeiten behalten ihre Form.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name under which these times are saved, and offered among the sampler’s spacings</source>
        <translation>Name, unter dem diese Zeiten gesichert und bei den Zeitpunkten des Samplers angeboten werden</translation>
    </message>
    <message>
        <source>Name of these times</source>
        <translation>Name dieser Zeiten</translation>
    </message>
    <message>
        <source>Save these times under this name</source>
        <translation>Diese Zeiten unter diesem Namen sichern</translation>
    </message>
    <message>
        <source>Rename, delete, export and import named spacings</source>
        <translation>Benannte Zeitpunkte umbenennen, löschen, exportieren und importieren</translation>
    </message>
    <message>
        <source>Named spacings</source>
        <translation>Benannte Zeitpunkte</translation>
    </message>
    <message>
        <source>&amp;Rename to what is typed</source>
        <translation>In das Eingegebene &amp;umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Export all…</source>
        <translation>Alle &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>steps: </source>
        <translation>Schritte: </translation>
    </message>
</context>
<context>
    <name>diffuscope::StepPlayer</name>
    <message>
        <source>no steps yet</source>
        <translation>noch keine Schritte</translation>
    </message>
    <message>
        <source>step %1/%2 · t %3 · λ %4</source>
        <translation>Schritt %1/%2 · t %3 · λ %4</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Go to the first step, the noise (Home)</source>
        <translation>Zum ersten Schritt, dem Rauschen (Pos1)</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>One step back (Left)</source>
        <translation>Einen Schritt zurück (Links)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop playing (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Play the steps from noise to text (Space)</source>
        <translation>Die Schritte vom Rauschen zum Text abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Schritt vor</translation>
    </message>
    <message>
        <source>One step forward (Right)</source>
        <translation>Einen Schritt vor (Rechts)</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Go to the last step, the result (End)</source>
        <translation>Zum letzten Schritt, dem Ergebnis (Ende)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>t: time, 1 = noise, 0 = data. λ = log(α/σ): half the log signal-to-noise ratio.</source>
        <translation>t: Zeit, 1 = Rauschen, 0 = Daten. λ = log(α/σ): halbes logarithmisches Signal-Rausch-Verhältnis.</translation>
    </message>
    <message>
        <source>Steps each second while playing</source>
        <translation>Schritte je Sekunde beim Abspielen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Start again at the first step after the last</source>
        <translation>Nach dem letzten Schritt beim ersten weitermachen</translation>
    </message>
    <message>
        <source>Follow &amp;live</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>While a run is under way, always show its newest step</source>
        <translation>Während eines Laufs immer den neuesten Schritt zeigen</translation>
    </message>
    <message>
        <source>Recorded steps of the current lane, noise at the left, result at the right. Marks: how many tokens the step changed.</source>
        <translation>Aufgezeichnete Schritte der aktuellen Spur, links das Rauschen, rechts das Ergebnis. Marken: wie viele Token der Schritt geändert hat.</translation>
    </message>
    <message>
        <source>same λ</source>
        <translation>gleiches λ</translation>
    </message>
    <message>
        <source>same share</source>
        <translation>gleicher Anteil</translation>
    </message>
    <message>
        <source>same step</source>
        <translation>gleicher Schritt</translation>
    </message>
    <message>
        <source>Which steps of the lanes stand beside each other: those of the nearest λ = log(α/σ), of the same share of all steps, or of the same number</source>
        <translation>Welche Schritte der Spuren nebeneinander stehen: die mit dem nächsten λ = log(α/σ), mit demselben Anteil an allen Schritten oder mit derselben Nummer</translation>
    </message>
    <message>
        <source>Lanes side by side at</source>
        <translation>Spuren nebeneinander bei</translation>
    </message>
</context>
<context>
    <name>diffuscope::StepPlot</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>time t</source>
        <translation>Zeit t</translation>
    </message>
    <message>
        <source>λ = log(α/σ)</source>
        <translation>λ = log(α/σ)</translation>
    </message>
    <message>
        <source>against the step</source>
        <translation>über dem Schritt</translation>
    </message>
    <message>
        <source>against time t</source>
        <translation>über der Zeit t</translation>
    </message>
    <message>
        <source>against λ</source>
        <translation>über λ</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>t: time, 1 = noise, 0 = data. λ = log(α/σ): half the log signal-to-noise ratio.</source>
        <translation>t: Zeit, 1 = Rauschen, 0 = Daten. λ = log(α/σ): halbes logarithmisches Signal-Rausch-Verhältnis.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepControls</name>
    <message>
        <source>The last sweep is not finished; Resume goes on where it was left.</source>
        <translation>Die letzte Reihe ist nicht fertig; „Fortsetzen“ macht weiter, wo sie stehen blieb.</translation>
    </message>
    <message>
        <source>%1 (setting %2 of %3)</source>
        <translation>%1 (Einstellung %2 von %3)</translation>
    </message>
    <message>
        <source>%1 of %2 sentences</source>
        <translation>%1 von %2 Sätzen</translation>
    </message>
    <message>
        <source>paused once the sentences under way are done</source>
        <translation>hält an, sobald die laufenden Sätze fertig sind</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) too long for the canvas</source>
        <translation>
            <numerusform>%n Zeile zu lang für die Leinwand</numerusform>
            <numerusform>%n Zeilen zu lang für die Leinwand</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Run sweep</source>
        <translation>Reihe starten</translation>
    </message>
    <message>
        <source>Goes on where this sweep was left; what is finished is taken as it is</source>
        <translation>Macht dort weiter, wo diese Reihe stehen blieb; was fertig ist, wird übernommen</translation>
    </message>
    <message>
        <source>Runs every setting over the rows. Finished batches are kept: a sweep that is cancelled, or cut off, goes on where it was.</source>
        <translation>Lässt jede Einstellung über die Zeilen laufen. Fertige Stapel werden aufgehoben: Eine abgebrochene oder unterbrochene Reihe geht dort weiter, wo sie war.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stops after the sentences under way, and goes on when pressed again</source>
        <translation>Hält nach den laufenden Sätzen an und geht weiter, wenn man noch einmal drückt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops now; what is finished stays, and Resume goes on from there</source>
        <translation>Hält sofort an; was fertig ist, bleibt, und „Fortsetzen“ macht dort weiter</translation>
    </message>
    <message>
        <source>Figure 3</source>
        <translation>Abbildung 3</translation>
    </message>
    <message>
        <source>The paper&apos;s Figure 3 for this model in one click: quality against speed of ancestral sampling with all steps, and of DPM-Solver++ 2M with 1 to 100 steps, as released and faithful, over the first 100 rows. The line above says how long it takes.</source>
        <translation>Abbildung 3 der Arbeit für dieses Modell mit einem Klick: Güte gegen Geschwindigkeit von Ancestral mit allen Schritten und von DPM-Solver++ 2M mit 1 bis 100 Schritten, wie veröffentlicht und getreu, über die ersten 100 Zeilen. Die Zeile darüber sagt, wie lange es dauert.</translation>
    </message>
    <message>
        <source>How much there is to do; the time is measured with a few sentences on this machine.</source>
        <translation>Wie viel zu tun ist; die Zeit wird mit wenigen Sätzen auf diesem Rechner gemessen.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Show or hide the fields of the plan</source>
        <translation>Die Felder des Plans zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Writes the rows to a file</source>
        <translation>Schreibt die Zeilen in eine Datei</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV …</translation>
    </message>
    <message>
        <source>One line a setting, with the ends of the intervals</source>
        <translation>Eine Zeile je Einstellung, mit den Grenzen der Intervalle</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON …</translation>
    </message>
    <message>
        <source>The rows with the plan that they come from; “diffuscope --figure sweep” draws it</source>
        <translation>Die Zeilen mit dem Plan, aus dem sie stammen; „diffuscope --figure sweep“ zeichnet sie</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Fortschritt der Reihe</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepForm</name>
    <message>
        <source>“%1” is no number of steps.</source>
        <translation>„%1“ ist keine Zahl von Schritten.</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n Kandidat</numerusform>
            <numerusform>%n Kandidaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Pairs of a source and what people said for it, {&quot;src&quot;, &quot;trg&quot;} a line, plain or gzip.</source>
        <translation>Paare aus einer Quelle und dem, was Menschen dafür sagten, je Zeile {&quot;src&quot;, &quot;trg&quot;}, unverpackt oder gzip.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>First rows of the file. Fewer are quicker; intervals are wider.</source>
        <translation>Erste Zeilen der Datei. Weniger gehen schneller; die Intervalle werden breiter.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>How often each setting runs, with seeds counted up from the lane&apos;s; they are pooled.</source>
        <translation>Wie oft jede Einstellung läuft, mit Startwerten ab dem der Spur; sie werden zusammengelegt.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Sentences that are computed together. A pause waits for them, and what is resumed begins with them.</source>
        <translation>Sätze, die zusammen gerechnet werden. Eine Pause wartet auf sie, und was fortgesetzt wird, beginnt mit ihnen.</translation>
    </message>
    <message>
        <source>Solvers</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>Each runs with each number of steps, spacing and mode.</source>
        <translation>Jeder läuft mit jeder Schrittzahl, jeden Zeitpunkten und jedem Modus.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Numbers of steps, with commas between.</source>
        <translation>Zahlen von Schritten, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Spacings</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>Where on the schedule the steps lie.</source>
        <translation>Wo auf dem Rauschplan die Schritte liegen.</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>Faithful: as the solver&apos;s paper defines it. As released: as the published DiffuSeq-v2 code computes it. A solver that lacks one gives a row that says so.</source>
        <translation>Getreu: wie die Arbeit des Lösers ihn festlegt. Wie veröffentlicht: wie der veröffentlichte Code von DiffuSeq-v2 rechnet. Ein Löser, dem einer fehlt, gibt eine Zeile, die das sagt.</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>getreu</translation>
    </message>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message numerus="yes">
        <source>the %n setting(s) of the paper&apos;s Figure 3</source>
        <translation>
            <numerusform>die %n Einstellung aus Abbildung 3 der Arbeit</numerusform>
            <numerusform>die %n Einstellungen aus Abbildung 3 der Arbeit</numerusform>
        </translation>
    </message>
    <message>
        <source>All else</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>Besides the grid: ancestral sampling with all %1 steps, and DPM-Solver++ 2M with 1 to 100 steps, as released and faithful. As in the paper all is sampled plainly then: one candidate, none of the lane&apos;s dials.</source>
        <translation>Neben dem Raster: Ancestral Sampling mit allen %1 Schritten und DPM-Solver++ 2M mit 1 bis 100 Schritten, wie veröffentlicht und getreu. Wie in der Arbeit wird dann alles schlicht gezogen: ein Kandidat, ohne die Regler der Spur.</translation>
    </message>
    <message>
        <source>Everything that is not above comes from the current lane of the recipe at the left; with the paper&apos;s figure only model and seed.</source>
        <translation>Alles, was oben nicht steht, kommt aus der aktuellen Spur des Rezepts links; mit der Abbildung der Arbeit nur Modell und Startwert.</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepModel</name>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n Satz</numerusform>
            <numerusform>%n Sätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: the source does not fit on the canvas</source>
        <translation>
            <numerusform>%n Zeile ausgelassen: Die Quelle passt nicht auf die Leinwand</numerusform>
            <numerusform>%n Zeilen ausgelassen: Die Quelle passt nicht auf die Leinwand</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>s / sentence</source>
        <translation>s / Satz</translation>
    </message>
    <message>
        <source>Solver, mode and spacing</source>
        <translation>Löser, Modus und Zeitpunkte</translation>
    </message>
    <message>
        <source>Solver steps from noise to text</source>
        <translation>Schritte des Lösers vom Rauschen zum Text</translation>
    </message>
    <message>
        <source>How often the network was asked for x₀, for each sentence</source>
        <translation>Wie oft das Netz nach x₀ gefragt wurde, je Satz</translation>
    </message>
    <message>
        <source>Wall time for each sentence in seconds, of batches computed together</source>
        <translation>Verstrichene Zeit je Satz in Sekunden, in Stapeln zusammen gerechnet</translation>
    </message>
    <message>
        <source>%1. In brackets the 95 % interval: bootstrap over the rows of the file.</source>
        <translation>%1. In Klammern das 95-%-Intervall: Bootstrap über die Zeilen der Datei.</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepResults</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Each setting with its figures; double click one for its sentences</source>
        <translation>Jede Einstellung mit ihren Zahlen; ein Doppelklick zeigt ihre Sätze</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>What the chosen setting generated, row by row of the file</source>
        <translation>Was die gewählte Einstellung erzeugt hat, Zeile für Zeile der Datei</translation>
    </message>
    <message>
        <source>Rows of the sweep</source>
        <translation>Zeilen der Reihe</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepStudy</name>
    <message numerus="yes">
        <source>%n setting(s) measured.</source>
        <translation>
            <numerusform>%n Einstellung gemessen.</numerusform>
            <numerusform>%n Einstellungen gemessen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not run; its row says why.</source>
        <translation>
            <numerusform>%n konnte nicht laufen; ihre Zeile sagt, warum.</numerusform>
            <numerusform>%n konnten nicht laufen; ihre Zeilen sagen, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. What is finished is kept; Resume goes on from there.</source>
        <translation>Abgebrochen. Was fertig ist, bleibt; „Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n Einstellung</numerusform>
            <numerusform>%n Einstellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n Startwert</numerusform>
            <numerusform>%n Startwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Opening the model and the data…</source>
        <translation>Modell und Daten werden geöffnet …</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Rows and plan (*.json)</source>
        <translation>Zeilen und Plan (*.json)</translation>
    </message>
    <message>
        <source>Export the sweep</source>
        <translation>Die Reihe ausgeben</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepTexts</name>
    <message>
        <source>Click a point, or open a row: here are its sentences then, each to be run again in the window.</source>
        <translation>Einen Punkt anklicken oder eine Zeile öffnen: Dann stehen hier ihre Sätze, und jeder lässt sich im Fenster noch einmal starten.</translation>
    </message>
    <message>
        <source>Reading the sentences…</source>
        <translation>Die Sätze werden gelesen …</translation>
    </message>
    <message>
        <source>Sentences of a setting</source>
        <translation>Sätze einer Einstellung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Whose sentences are shown, of the seeds that were pooled</source>
        <translation>Wessen Sätze zu sehen sind, von den zusammengelegten Startwerten</translation>
    </message>
    <message>
        <source>Run beside the lane</source>
        <translation>Neben der Spur starten</translation>
    </message>
    <message>
        <source>Run this source with this setting, beside the current lane&apos;s sampler (double click, Return)</source>
        <translation>Diese Quelle mit dieser Einstellung starten, neben dem Sampler der aktuellen Spur (Doppelklick, Eingabe)</translation>
    </message>
    <message>
        <source>Run alone</source>
        <translation>Allein starten</translation>
    </message>
    <message>
        <source>Run this source with this setting as the only lane</source>
        <translation>Diese Quelle mit dieser Einstellung als einziger Spur starten</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepTextsModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Place among the rows of the file whose source fits on the canvas</source>
        <translation>Platz unter den Zeilen der Datei, deren Quelle auf die Leinwand passt</translation>
    </message>
    <message>
        <source>Sentence BLEU of the published evaluation (NLTK, up to 4-grams, smoothing method 4), 0 to 1</source>
        <translation>Satz-BLEU der veröffentlichten Auswertung (NLTK, bis 4-Gramme, Glättung 4), 0 bis 1</translation>
    </message>
    <message>
        <source>What the setting generated; underlined: words that the reference does not have, or in another order</source>
        <translation>Was die Einstellung erzeugt hat; unterstrichen: Wörter, die die Referenz nicht oder anders gereiht hat</translation>
    </message>
    <message>
        <source>What people said</source>
        <translation>Was Menschen sagten</translation>
    </message>
    <message>
        <source>What was to be said</source>
        <translation>Was zu sagen war</translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepView</name>
    <message>
        <source>Choose solvers and steps and press “Run sweep”: each setting becomes a point here as soon as it is measured.</source>
        <translation>Löser und Schritte wählen und „Reihe starten“ drücken: Jede Einstellung wird hier ein Punkt, sobald sie gemessen ist.</translation>
    </message>
    <message>
        <source>No setting has a figure of this metric yet.</source>
        <translation>Noch hat keine Einstellung einen Wert dieses Maßes.</translation>
    </message>
    <message>
        <source>seconds a sentence</source>
        <translation>Sekunden je Satz</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>as released</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>getreu</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>Am besten: %1</translation>
    </message>
    <message>
        <source>against evaluations</source>
        <translation>gegen Auswertungen</translation>
    </message>
    <message>
        <source>against seconds</source>
        <translation>gegen Sekunden</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>What is measured of the generated texts.</source>
        <translation>Was an den erzeugten Texten gemessen wird.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Evaluations of the network, or seconds of wall time, for each sentence.</source>
        <translation>Auswertungen des Netzes, oder Sekunden verstrichener Zeit, je Satz.</translation>
    </message>
    <message>
        <source>Quality and cost</source>
        <translation>Güte und Kosten</translation>
    </message>
    <message>
        <source>Each point is a setting: its metric over all rows and seeds, with the 95 % interval of a bootstrap over the rows of the file. Ringed: the Pareto front, the settings that no cheaper or equally cheap one beats. Dashed: as released. Click a point for its sentences; arrow keys walk along the points, Return opens one.</source>
        <translation>Jeder Punkt ist eine Einstellung: ihr Maß über alle Zeilen und Startwerte, mit dem 95-%-Intervall eines Bootstraps über die Zeilen der Datei. Umringt: die Pareto-Front, die Einstellungen, die keine billigere oder ebenso billige schlägt. Gestrichelt: wie veröffentlicht. Ein Klick auf einen Punkt zeigt seine Sätze; Pfeiltasten gehen die Punkte entlang, Eingabe öffnet einen.</translation>
    </message>
    <message>
        <source>Quality of the samplers against their cost</source>
        <translation>Güte der Sampler gegen ihre Kosten</translation>
    </message>
    <message>
        <source>evaluations of the network a sentence, all candidates</source>
        <translation>Auswertungen des Netzes je Satz, alle Kandidaten</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s)</source>
        <translation>
            <numerusform>%n Auswertung</numerusform>
            <numerusform>%n Auswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 evaluations</source>
        <translation>%1 Auswertungen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s): %2 %3 · %4 · %5 s a sentence</source>
        <translation>
            <numerusform>%1, %n Schritt: %2 %3 · %4 · %5 s je Satz</numerusform>
            <numerusform>%1, %n Schritte: %2 %3 · %4 · %5 s je Satz</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TimesDesigner</name>
    <message>
        <source>This lane’s solver places its steps itself, and takes no times; choose another solver in the recipe.</source>
        <translation>Der Löser dieser Spur legt seine Schritte selbst und nimmt keine Zeiten; bitte im Rezept einen anderen wählen.</translation>
    </message>
    <message>
        <source>The search moves inner times; two steps are the fewest that have one.</source>
        <translation>Die Suche verschiebt innere Zeiten; die gibt es erst ab zwei Schritten.</translation>
    </message>
    <message>
        <source>Lane %1 takes these times.</source>
        <translation>Spur %1 nimmt diese Zeiten.</translation>
    </message>
    <message>
        <source>There is no room for another lane now: there are %1 at most, and none is added while lanes run.</source>
        <translation>Für eine weitere Spur ist jetzt kein Platz: Es gibt höchstens %1, und während Spuren laufen, kommt keine hinzu.</translation>
    </message>
    <message>
        <source>fine run: step %v of %m</source>
        <translation>feiner Lauf: Schritt %v von %m</translation>
    </message>
    <message>
        <source>run: step %v of %m</source>
        <translation>Lauf: Schritt %v von %m</translation>
    </message>
    <message>
        <source>search: run %v of at most %m</source>
        <translation>Suche: Lauf %v von höchstens %m</translation>
    </message>
    <message>
        <source>λ designer</source>
        <translation>λ-Entwurf</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Runs the source and seed of the recipe anew after every change of the times, with the current lane’s solver</source>
        <translation>Rechnet Quelle und Startwert des Rezepts nach jeder Änderung der Zeiten neu, mit dem Löser der gewählten Spur</translation>
    </message>
    <message>
        <source>Run these</source>
        <translation>Diese rechnen</translation>
    </message>
    <message>
        <source>Run these times now</source>
        <translation>Diese Zeiten jetzt rechnen</translation>
    </message>
    <message>
        <source>Steps of the fine run, even in λ, against which all is measured</source>
        <translation>Schritte des feinen Laufs, gleichmäßig in λ, an dem alles gemessen wird</translation>
    </message>
    <message>
        <source>Steps of the fine run</source>
        <translation>Schritte des feinen Laufs</translation>
    </message>
    <message>
        <source>Use in lane</source>
        <translation>In die Spur</translation>
    </message>
    <message>
        <source>The current lane takes these times as its own list</source>
        <translation>Die gewählte Spur nimmt diese Zeiten als eigene Liste</translation>
    </message>
    <message>
        <source>New lane</source>
        <translation>Neue Spur</translation>
    </message>
    <message>
        <source>Adds a lane that differs from the current one by these times alone</source>
        <translation>Fügt eine Spur hinzu, die sich von der gewählten nur durch diese Zeiten unterscheidet</translation>
    </message>
    <message>
        <source>fine run: </source>
        <translation>feiner Lauf: </translation>
    </message>
    <message>
        <source>This sampler draws noise at its steps: the fine run draws other noise, and part of the distance is chance.</source>
        <translation>Dieser Sampler zieht in seinen Schritten Rauschen: Der feine Lauf zieht anderes, und ein Teil des Abstands ist Zufall.</translation>
    </message>
    <message>
        <source>As released, the sampler follows no ODE: in more steps it goes somewhere else, not only nearer.</source>
        <translation>Wie veröffentlicht folgt der Sampler keiner ODE: Mit mehr Schritten kommt er woanders an, nicht nur näher.</translation>
    </message>
    <message>
        <source>Measure without the noise at the steps</source>
        <translation>Ohne das Rauschen in den Schritten messen</translation>
    </message>
    <message>
        <source>This lane’s sampler draws noise at its steps (discrete noise, or η above 0), and at other times it draws other noise: part of every distance would be chance. Without it, what is measured is the ODE that the sampler follows in the mean. The lane keeps its noise.</source>
        <translation>Der Sampler dieser Spur zieht in seinen Schritten Rauschen (diskretes Rauschen oder η über 0), zu anderen Zeiten ein anderes: Ein Teil jedes Abstands wäre Zufall. Ohne es wird die ODE gemessen, der der Sampler im Mittel folgt. Die Spur behält ihr Rauschen.</translation>
    </message>
</context>
<context>
    <name>diffuscope::TimesField</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>At least two times that fall, between 1 and 1/T.</source>
        <translation>Mindestens zwei Zeiten, die fallen, zwischen 1 und 1/T.</translation>
    </message>
</context>
<context>
    <name>diffuscope::TimesResult</name>
    <message>
        <source>Run these times to see what they give beside a fine run.</source>
        <translation>Diese Zeiten rechnen, um zu sehen, was sie neben einem feinen Lauf ergeben.</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>Abstand %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n token(s) differ</source>
        <translation>
            <numerusform>%1 von %n Token anders</numerusform>
            <numerusform>%1 von %n Token anders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s)</source>
        <translation>
            <numerusform>%n Auswertung</numerusform>
            <numerusform>%n Auswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>These times:</source>
        <translation>Diese Zeiten:</translation>
    </message>
    <message>
        <source>Fine run:</source>
        <translation>Feiner Lauf:</translation>
    </message>
    <message>
        <source>The same sampler, source and seed in %1 steps that are even in λ: what these times are measured against</source>
        <translation>Derselbe Sampler mit derselben Quelle und demselben Startwert in %1 Schritten, gleichmäßig in λ: woran diese Zeiten gemessen werden</translation>
    </message>
    <message>
        <source>What a run with these times says. Underlined: words that the fine run does not say there.</source>
        <translation>Was ein Lauf mit diesen Zeiten sagt. Unterstrichen: Wörter, die der feine Lauf dort nicht sagt.</translation>
    </message>
    <message>
        <source>Distance: L2 distance of the final state to the fine run’s, mean over all positions where text is generated, in lengths of the embedding space.
Tokens: positions whose final token is another one than the fine run’s, those after the end mark included.
Evaluations of the network and time of this run.</source>
        <translation>Abstand: L2-Abstand des Endzustands zu dem des feinen Laufs, Mittel über alle Positionen, an denen Text entsteht, in Längen des Einbettungsraums.
Token: Positionen, deren letztes Token ein anderes ist als das des feinen Laufs, auch die nach der Endmarke.
Auswertungen des Netzes und Dauer dieses Laufs.</translation>
    </message>
    <message>
        <source>Sentence with these times</source>
        <translation>Satz mit diesen Zeiten</translation>
    </message>
    <message>
        <source>Sentence of the fine run</source>
        <translation>Satz des feinen Laufs</translation>
    </message>
</context>
<context>
    <name>diffuscope::TimesView</name>
    <message>
        <source>step size Δλ</source>
        <translation>Schrittweite Δλ</translation>
    </message>
    <message>
        <source>local error (L2)</source>
        <translation>lokaler Fehler (L2)</translation>
    </message>
    <message>
        <source>Δλ of each step</source>
        <translation>Δλ jedes Schritts</translation>
    </message>
    <message>
        <source>local error of each step</source>
        <translation>lokaler Fehler jedes Schritts</translation>
    </message>
    <message>
        <source>Open a model: its noise schedule is the axis on which the times lie.</source>
        <translation>Ein Modell öffnen: Sein Rauschplan ist die Achse, auf der die Zeiten liegen.</translation>
    </message>
    <message>
        <source>Choose times to start from.</source>
        <translation>Zeiten wählen, mit denen begonnen wird.</translation>
    </message>
    <message>
        <source>time %1 of %2 · t %3 · λ %4</source>
        <translation>Zeit %1 von %2 · t %3 · λ %4</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>t %1 → %2</source>
        <translation>t %1 → %2</translation>
    </message>
    <message>
        <source>Δλ %1</source>
        <translation>Δλ %1</translation>
    </message>
    <message>
        <source>local error %1</source>
        <translation>lokaler Fehler %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>widest: step %1, Δλ %2</source>
        <translation>der weiteste: Schritt %1, Δλ %2</translation>
    </message>
    <message>
        <source>drag a point to move it</source>
        <translation>Punkte lassen sich ziehen</translation>
    </message>
    <message>
        <source>Times on the λ axis</source>
        <translation>Zeiten auf der λ-Achse</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>height: step size Δλ</source>
        <translation>Höhe: Schrittweite Δλ</translation>
    </message>
    <message>
        <source>height: local error of the step</source>
        <translation>Höhe: lokaler Fehler des Schritts</translation>
    </message>
    <message>
        <source>Height of the steps</source>
        <translation>Höhe der Schritte</translation>
    </message>
    <message>
        <source>Step size: width of the step in λ = log(α/σ).
Local error: what the step adds to the distance of the final state, estimated along the fine run: (∫ √(e^λ ‖dx₀/dλ‖) dλ)² / 2, in lengths of the embedding space. Steps as high as each other are spread best.</source>
        <translation>Schrittweite: Breite des Schritts in λ = log(α/σ).
Lokaler Fehler: was der Schritt zum Abstand des Endzustands beiträgt, geschätzt entlang des feinen Laufs: (∫ √(e^λ ‖dx₀/dλ‖) dλ)² / 2, in Längen des Einbettungsraums. Gleich hohe Schritte sind am besten verteilt.</translation>
    </message>
    <message>
        <source>λ = log(α/σ)</source>
        <translation>λ = log(α/σ)</translation>
    </message>
    <message>
        <source>time t</source>
        <translation>Zeit t</translation>
    </message>
    <message>
        <source>ᾱ, σ</source>
        <translation>ᾱ, σ</translation>
    </message>
    <message>
        <source>ᾱ →</source>
        <translation>ᾱ →</translation>
    </message>
    <message>
        <source>σ →</source>
        <translation>σ →</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Insert a &amp;time</source>
        <translation>Eine &amp;Zeit einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete the time</source>
        <translation>Die Zeit &amp;löschen</translation>
    </message>
    <message>
        <source>Let the &amp;ends be moved</source>
        <translation>Auch die &amp;Enden verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) part here</source>
        <translation>
            <numerusform>%n Token weicht ab hier ab</numerusform>
            <numerusform>%n Token weichen ab hier ab</numerusform>
        </translation>
    </message>
    <message>
        <source>The solver’s times as points on the λ axis, noise at the left, text at the right. Drag a point to move it; its neighbours bound it. Double click among the points: a new one. ↑ ↓ choose a point, ← → move it by 0.05 in λ (with Shift: 0.005), Insert and Delete add and remove one. A token parts at the step from which on it is never again the fine run’s. Right axis: ᾱ = α², the share of signal, and σ, of noise.</source>
        <translation>Die Zeiten des Lösers als Punkte auf der λ-Achse, links Rauschen, rechts Text. Einen Punkt ziehen verschiebt ihn; seine Nachbarn begrenzen ihn. Doppelklick zwischen die Punkte: ein neuer. ↑ ↓ wählen einen Punkt, ← → verschieben ihn um 0,05 in λ (mit Umschalt: 0,005), Einfg und Entf fügen einen hinzu und entfernen ihn. Ein Token weicht ab dem Schritt ab, von dem an es nie wieder das des feinen Laufs ist. Rechte Achse: ᾱ = α², der Anteil des Signals, und σ, des Rauschens.</translation>
    </message>
</context>
<context>
    <name>diffuscope::TokenGrid</name>
    <message>
        <source>Colour by &amp;margin</source>
        <translation>Farbe nach &amp;Vorsprung</translation>
    </message>
    <message>
        <source>Colour by &amp;distance</source>
        <translation>Farbe nach A&amp;bstand</translation>
    </message>
    <message>
        <source>Colour by &amp;changes</source>
        <translation>Farbe nach &amp;Änderungen</translation>
    </message>
    <message>
        <source>Colour by &amp;absorbing state</source>
        <translation>Farbe nach &amp;absorbierendem Zustand</translation>
    </message>
    <message>
        <source>Colour by c&amp;ommitted step</source>
        <translation>Farbe nach &amp;Festlegung</translation>
    </message>
    <message>
        <source>Show the &amp;whole canvas</source>
        <translation>&amp;Ganze Leinwand zeigen</translation>
    </message>
    <message>
        <source>Source positions and trailing padding as columns too</source>
        <translation>Auch Quellpositionen und Füllung am Ende als Spalten</translation>
    </message>
    <message>
        <source>One row for &amp;every step</source>
        <translation>Eine Zeile für &amp;jeden Schritt</translation>
    </message>
    <message>
        <source>Scroll through all steps instead of gathering them in as many rows as fit</source>
        <translation>Durch alle Schritte rollen, statt sie in so vielen Zeilen zu sammeln, wie Platz haben</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Copy &amp;sentence at this step</source>
        <translation>&amp;Satz dieses Schritts kopieren</translation>
    </message>
    <message>
        <source>Copy all steps as &amp;table</source>
        <translation>Alle Schritte als &amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>Token grid: positions by steps</source>
        <translation>Token-Gitter: Positionen mal Schritte</translation>
    </message>
    <message>
        <source>Position %1, step %2 of %3</source>
        <translation>Position %1, Schritt %2 von %3</translation>
    </message>
    <message>
        <source>Source: anchored to its embedding at every step</source>
        <translation>Quelle: in jedem Schritt an ihrer Einbettung verankert</translation>
    </message>
    <message>
        <source>Nearest token: %1, distance %2</source>
        <translation>Nächstes Token: %1, Abstand %2</translation>
    </message>
    <message>
        <source>Second: %1, distance %2</source>
        <translation>Zweites: %1, Abstand %2</translation>
    </message>
    <message>
        <source>Margin: %1</source>
        <translation>Vorsprung: %1</translation>
    </message>
    <message>
        <source>Replaced by the absorbing state in this step</source>
        <translation>In diesem Schritt durch den absorbierenden Zustand ersetzt</translation>
    </message>
    <message>
        <source>Last change at step %1</source>
        <translation>Letzte Änderung bei Schritt %1</translation>
    </message>
    <message>
        <source>Position on the canvas, counted from 0</source>
        <translation>Position auf der Leinwand, ab 0 gezählt</translation>
    </message>
    <message numerus="yes">
        <source>Step %1: t = %2, λ = %3, %n network evaluation(s) so far</source>
        <translation>
            <numerusform>Schritt %1: t = %2, λ = %3, bisher %n Netzauswertung</numerusform>
            <numerusform>Schritt %1: t = %2, λ = %3, bisher %n Netzauswertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>This row stands for steps %1 to %2</source>
        <translation>Diese Zeile steht für die Schritte %1 bis %2</translation>
    </message>
    <message>
        <source>t: time, 1 = noise, 0 = data. λ = log(α/σ): half the log signal-to-noise ratio.</source>
        <translation>t: Zeit, 1 = Rauschen, 0 = Daten. λ = log(α/σ): halbes logarithmisches Signal-Rausch-Verhältnis.</translation>
    </message>
    <message>
        <source>Type a source sentence and press Run.</source>
        <translation>Einen Quellsatz eingeben und „Starten“ drücken.</translation>
    </message>
    <message>
        <source>This run recorded no steps. Run it again with its steps recorded.</source>
        <translation>Dieser Lauf hat keine Schritte aufgezeichnet. Mit Aufzeichnung noch einmal starten.</translation>
    </message>
    <message>
        <source>Waiting for the first step…</source>
        <translation>Warten auf den ersten Schritt …</translation>
    </message>
    <message>
        <source>Token grid</source>
        <translation>Token-Gitter</translation>
    </message>
    <message>
        <source>Copy the picture&apos;s rows as &amp;LaTeX</source>
        <translation>Zeilen des Bildes als &amp;LaTeX kopieren</translation>
    </message>
    <message>
        <source>&amp;Find a token…</source>
        <translation>Token &amp;suchen …</translation>
    </message>
    <message>
        <source>Lane %1 has %2 beside it, at its step %3</source>
        <translation>Spur %1 hat daneben %2, in ihrem Schritt %3</translation>
    </message>
    <message numerus="yes">
        <source>Nearest tokens at each step: %1, %2, %n step(s)</source>
        <translation>
            <numerusform>Nächste Token bei jedem Schritt: %1, %2, %n Schritt</numerusform>
            <numerusform>Nächste Token bei jedem Schritt: %1, %2, %n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TraceShelf</name>
    <message>
        <source>This run is no longer kept.</source>
        <translation>Dieser Lauf wird nicht mehr aufgehoben.</translation>
    </message>
</context>
<context>
    <name>diffuscope::TrainingForm</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where the model is to be written.</source>
        <translation>Angeben, wohin das Modell geschrieben werden soll.</translation>
    </message>
    <message>
        <source>Choose the pairs to learn from.</source>
        <translation>Die Paare wählen, aus denen gelernt werden soll.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>The folder holds a model that no training here left to go on with; choose another one.</source>
        <translation>Der Ordner enthält ein Modell, mit dem kein Training von hier weitergehen kann; einen anderen wählen.</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Ordner des Modells</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>Datendatei wählen</translation>
    </message>
    <message>
        <source>Pairs (*.jsonl *.jsonl.gz);;All files (*)</source>
        <translation>Paare (*.jsonl *.jsonl.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>What the model learns from: a source and what is to be said for it, {&quot;src&quot;, &quot;trg&quot;} a line, plain or gzip.</source>
        <translation>Woraus das Modell lernt: eine Quelle und was dafür zu sagen ist, {&quot;src&quot;, &quot;trg&quot;} je Zeile, offen oder gzip.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Pairs that it does not learn from, to see how good it is on new ones. They can be left out; then there are no scores.</source>
        <translation>Paare, aus denen es nicht lernt, um zu sehen, wie gut es bei neuen ist. Sie können fehlen; dann gibt es keine Bewertung.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The folder that the model is written to. Where training was stopped before, it goes on from there.</source>
        <translation>Der Ordner, in den das Modell geschrieben wird. Wo ein Training angehalten wurde, geht es von dort weiter.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sizes of the network and of a batch, and the loss.</source>
        <translation>Größen des Netzes und eines Stapels, und die Verlustfunktion.</translation>
    </message>
    <message>
        <source>tiny: 160 × 4, for an evening of a CPU</source>
        <translation>tiny: 160 × 4, für einen Abend einer CPU</translation>
    </message>
    <message>
        <source>small: 256 × 8, for minutes of a GPU</source>
        <translation>small: 256 × 8, für Minuten einer GPU</translation>
    </message>
    <message>
        <source>paper: 768 × 12 and the loss as published, for days of a GPU</source>
        <translation>paper: 768 × 12 und der Verlust wie veröffentlicht, für Tage einer GPU</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Training time in all, over all sittings; the learning rate falls to 0 at its end. More time can be given later.</source>
        <translation>Trainingszeit insgesamt, über alle Sitzungen; an ihrem Ende fällt die Lernrate auf 0. Später kann mehr Zeit gegeben werden.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Tokens of the SentencePiece vocabulary that is learned from the pairs, at most.</source>
        <translation>Höchstzahl der Token des SentencePiece-Vokabulars, das aus den Paaren gelernt wird.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where it is computed.</source>
        <translation>Wo gerechnet wird.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <translation>GPU (CUDA)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of the first weights, the order of the pairs and the noise.</source>
        <translation>Der ersten Gewichte, der Reihenfolge der Paare und des Rauschens.</translation>
    </message>
    <message>
        <source>learned absorbing state</source>
        <translation>gelernter absorbierender Zustand</translation>
    </message>
    <message>
        <source>Noise is centred on a learned embedding m. Without: the process of DiffuSeq v1.</source>
        <translation>Das Rauschen hat eine gelernte Einbettung m zur Mitte. Ohne: der Prozess von DiffuSeq v1.</translation>
    </message>
    <message>
        <source>discrete noise</source>
        <translation>diskretes Rauschen</translation>
    </message>
    <message>
        <source>Besides Gaussian noise, positions are replaced by m: the paper&apos;s bridge between discrete and continuous diffusion.</source>
        <translation>Neben dem Gaußschen Rauschen werden Positionen durch m ersetzt: die Brücke der Arbeit zwischen diskreter und kontinuierlicher Diffusion.</translation>
    </message>
    <message>
        <source>self-conditioning</source>
        <translation>Selbstkonditionierung</translation>
    </message>
    <message>
        <source>The network sees its last prediction too (Chen et al. 2022).</source>
        <translation>Das Netz sieht auch seine letzte Vorhersage (Chen et al. 2022).</translation>
    </message>
    <message>
        <source>placeholders for values</source>
        <translation>Platzhalter für Werte</translation>
    </message>
    <message>
        <source>Values that dialogue acts name, as cities and times, become placeholders, which a model of few weights learns better. Of no effect on sources of another form.</source>
        <translation>Werte, die Dialogakte nennen, wie Städte und Zeiten, werden zu Platzhaltern, die ein Modell mit wenigen Gewichten besser lernt. Ohne Wirkung auf Quellen anderer Form.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>diffuscope::TrainingStudy</name>
    <message numerus="yes">
        <source>%n pair(s) of %1 are too long for this size and left out.</source>
        <translation>
            <numerusform>%n Paar von %1 ist zu lang für diese Größe und bleibt weg.</numerusform>
            <numerusform>%n Paare von %1 sind zu lang für diese Größe und bleiben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trained. Open the model to see what it says.</source>
        <translation>Trainiert. Das Modell öffnen, um zu sehen, was es sagt.</translation>
    </message>
    <message>
        <source>Stopped. What was learned is kept; training goes on from there.</source>
        <translation>Angehalten. Das Gelernte bleibt; das Training geht von dort weiter.</translation>
    </message>
    <message>
        <source>Stopped before anything was learned.</source>
        <translation>Angehalten, bevor etwas gelernt war.</translation>
    </message>
    <message>
        <source>Reading the pairs and learning their vocabulary…</source>
        <translation>Die Paare werden gelesen und ihr Vokabular gelernt …</translation>
    </message>
    <message>
        <source>Taking the first steps…</source>
        <translation>Die ersten Schritte …</translation>
    </message>
    <message>
        <source>Stopping; what was learned is being saved…</source>
        <translation>Wird angehalten; das Gelernte wird gespeichert …</translation>
    </message>
    <message>
        <source>Step %1 · %2 tokens a second</source>
        <translation>Schritt %1 · %2 Token je Sekunde</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Vom letzten Sicherungspunkt aus weitergehen</translation>
    </message>
    <message>
        <source>Learn a vocabulary and a model from the pairs</source>
        <translation>Aus den Paaren ein Vokabular und ein Modell lernen</translation>
    </message>
    <message>
        <source>Add the log of another run…</source>
        <translation>Protokoll eines anderen Laufs hinzufügen …</translation>
    </message>
    <message>
        <source>Log of a training run</source>
        <translation>Protokoll eines Trainings</translation>
    </message>
    <message>
        <source>Logs (train.jsonl *.jsonl);;All files (*)</source>
        <translation>Protokolle (train.jsonl *.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>End after this step; a checkpoint is kept to go on from</source>
        <translation>Nach diesem Schritt enden; ein Sicherungspunkt zum Weitergehen bleibt</translation>
    </message>
    <message>
        <source>Open the model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Generate with what has been learned so far; training goes on meanwhile</source>
        <translation>Mit dem bisher Gelernten Sätze erzeugen; das Training geht derweil weiter</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>Andere Läufe</translation>
    </message>
    <message>
        <source>Training runs to compare with: their logs are followed as they grow, those of the command line too</source>
        <translation>Trainings zum Vergleich: ihren Protokollen wird gefolgt, während sie wachsen, auch denen der Kommandozeile</translation>
    </message>
</context>
<context>
    <name>diffuscope::TrainingView</name>
    <message>
        <source>This is measured at each validation; the first is still to come.</source>
        <translation>Das wird bei jeder Validierung gemessen; die erste steht noch aus.</translation>
    </message>
    <message>
        <source>Choose the pairs to learn from and press “Train”: the curves grow here while the model learns.</source>
        <translation>Die Paare zum Lernen wählen und „Trainieren“ drücken: Hier wachsen die Kurven, während das Modell lernt.</translation>
    </message>
    <message>
        <source>%1, validation</source>
        <translation>%1, Validierung</translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation>%1, Training</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>cross-entropy %1</source>
        <translation>Kreuzentropie %1</translation>
    </message>
    <message>
        <source>of validation %1, token BLEU %2</source>
        <translation>der Validierung %1, Token-BLEU %2</translation>
    </message>
    <message>
        <source>cross-entropy (nats a token)</source>
        <translation>Kreuzentropie (nat je Token)</translation>
    </message>
    <message>
        <source>BLEU of sampled tokens</source>
        <translation>BLEU gezogener Token</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>norm of the gradient</source>
        <translation>Norm des Gradienten</translation>
    </message>
    <message>
        <source>‖m‖, length of the absorbing state</source>
        <translation>‖m‖, Länge des absorbierenden Zustands</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>tokens a second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>pairs seen</source>
        <translation>gesehene Paare</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cross-entropy: of the true token under lm_head of the x_0 prediction, mean over target positions and diffusion steps. BLEU: of tokens sampled for validation pairs, without their texts&apos; placeholders put back.</source>
        <translation>Kreuzentropie: des wahren Tokens unter lm_head der x_0-Vorhersage, Mittel über Zielpositionen und Diffusionsschritte. BLEU: von Token, die für Validierungspaare gezogen wurden, ohne dass Platzhalter zurückgesetzt sind.</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Optimizer steps, pairs that were learned from, or hours of training over all sittings.</source>
        <translation>Schritte des Optimierers, Paare, aus denen gelernt wurde, oder Stunden des Trainings über alle Sitzungen.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Thin: means over the training pairs since the last line of the log. With marks: the averaged weights on validation pairs. Each colour is a run.</source>
        <translation>Dünn: Mittel über die Trainingspaare seit der letzten Zeile des Protokolls. Mit Marken: die gemittelten Gewichte auf Validierungspaaren. Jede Farbe ist ein Lauf.</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>Training: %1</translation>
    </message>
</context>
<context>
    <name>diffuscope::TrajectoryView</name>
    <message>
        <source>This run recorded no latents. Run it again with its latents recorded to see their paths.</source>
        <translation>Dieser Lauf hat keine latenten Vektoren aufgezeichnet. Mit deren Aufzeichnung noch einmal starten, um ihre Bahnen zu sehen.</translation>
    </message>
    <message>
        <source>axis 1 · %1 % of the variance</source>
        <translation>Achse 1 · %1 % der Varianz</translation>
    </message>
    <message>
        <source>axis 2 · %1 %</source>
        <translation>Achse 2 · %1 %</translation>
    </message>
    <message>
        <source>Trajectory</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>principal plane (PCA)</source>
        <translation>Hauptebene (PCA)</translation>
    </message>
    <message>
        <source>plane through m, the final token and the start</source>
        <translation>Ebene durch m, das Endtoken und den Anfang</translation>
    </message>
    <message>
        <source>random plane</source>
        <translation>zufällige Ebene</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Principal: the two directions of most variance in this run. Through m: landmarks of the chosen position stay in place. Random: what a plane shows that was not chosen for anything.</source>
        <translation>Hauptebene: die zwei Richtungen größter Varianz in diesem Lauf. Durch m: Die Landmarken der gewählten Position bleiben am Ort. Zufällig: was eine Ebene zeigt, die für nichts ausgesucht wurde.</translation>
    </message>
    <message>
        <source>runner-up tokens</source>
        <translation>zweitnächste Token</translation>
    </message>
    <message>
        <source>final tokens</source>
        <translation>Endtoken</translation>
    </message>
    <message>
        <source>absorbing state m</source>
        <translation>absorbierender Zustand m</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>position %1, step %2: “%3”</source>
        <translation>Position %1, Schritt %2: „%3“</translation>
    </message>
    <message>
        <source>Paths of the latents from noise to text</source>
        <translation>Bahnen der latenten Vektoren vom Rauschen zum Text</translation>
    </message>
    <message>
        <source>Latents xₜ of the sentence&apos;s positions, projected to a plane: pale at the noise, deep at the text; dots: this step; orange: the chosen position. Squares and circles: embeddings of the final and the second-nearest tokens. In lengths of the embedding space.</source>
        <translation>Latente Vektoren xₜ der Satzpositionen, auf eine Ebene projiziert: blass beim Rauschen, kräftig beim Text; Punkte: dieser Schritt; orange: die gewählte Position. Quadrate und Kreise: Einbettungen der End- und der zweitnächsten Token. In Längen des Einbettungsraums.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A studio for text diffusion (DiffuSeq-v2).</source>
        <translation>Ein Studio für Textdiffusion (DiffuSeq-v2).</translation>
    </message>
    <message>
        <source>Trace to show or to render.</source>
        <translation>Aufzeichnung, die gezeigt oder ausgegeben wird.</translation>
    </message>
    <message>
        <source>Figure to write: .pdf, .svg or .png.</source>
        <translation>Abbildung, die geschrieben wird: .pdf, .svg oder .png.</translation>
    </message>
    <message>
        <source>Print the recipe that a figure or trace carries.</source>
        <translation>Das Rezept einer Abbildung oder Aufzeichnung ausgeben.</translation>
    </message>
    <message>
        <source>Render a view without a window: %1.</source>
        <translation>Eine Ansicht ohne Fenster zeichnen: %1.</translation>
    </message>
    <message>
        <source>Rows of a sweep to render: JSON of &apos;diffuscope-cli sweep --json&apos; or of the window&apos;s export.</source>
        <translation>Zeilen einer Reihe, die zu zeichnen sind: JSON von &apos;diffuscope-cli sweep --json&apos; oder vom Export des Fensters.</translation>
    </message>
    <message>
        <source>Model folder, session, trace or figure to open.</source>
        <translation>Modellordner, Sitzung, Aufzeichnung oder Abbildung, die geöffnet werden soll.</translation>
    </message>
</context>
</TS>
