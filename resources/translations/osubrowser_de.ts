<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>%n Album</numerusform>
            <numerusform>%n Alben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n Stück</numerusform>
            <numerusform>%n Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Last track</source>
        <translation>Letztes Stück</translation>
    </message>
    <message>
        <source>Artist {id}</source>
        <translation>Künstler {id}</translation>
    </message>
    <message>
        <source>Best fit, or newest</source>
        <translation>Passendste oder neueste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>Langsamste</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Schnellste</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Track {id}</source>
        <translation>Stück {id}</translation>
    </message>
    <message>
        <source>Album {id}</source>
        <translation>Album {id}</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Made for osu!</source>
        <translation>Für osu! gemacht</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>This beatmapset has no difficulties.</source>
        <translation>Dieses Beatmapset hat keine Schwierigkeiten.</translation>
    </message>
    <message>
        <source>This set does not have the difficulty that was asked for.</source>
        <translation>Dieses Set hat die gesuchte Schwierigkeit nicht.</translation>
    </message>
    <message>
        <source>{title} by {artist}</source>
        <translation>{title} von {artist}</translation>
    </message>
    <message>
        <source>[deleted beatmap]</source>
        <translation>[gelöschte Beatmap]</translation>
    </message>
    <message>
        <source>Beatmap {id}</source>
        <translation>Beatmap {id}</translation>
    </message>
    <message>
        <source>Beatmap</source>
        <translation>Beatmap</translation>
    </message>
    <message>
        <source>This beatmap is gone</source>
        <translation>Diese Beatmap gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>{song}, mapped by {mapper}</source>
        <translation>{song}, gemappt von {mapper}</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} BPM</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>Star rating of the difficulty without mods</source>
        <translation>Sternwertung der Schwierigkeit ohne Mods</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Mapper</source>
        <translation>Mapper</translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation>Explizit</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Whether it has explicit content; its cover is not shown then</source>
        <translation>Ob der Inhalt explizit ist; dann wird das Cover nicht gezeigt</translation>
    </message>
    <message>
        <source>Difficulty {id}</source>
        <translation>Schwierigkeit {id}</translation>
    </message>
    <message>
        <source>[deleted user]</source>
        <translation>[gelöscht]</translation>
    </message>
    <message>
        <source>Circles · sliders · spinners</source>
        <translation>Kreise · Slider · Spinner</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Circle size</source>
        <translation>Kreisgröße</translation>
    </message>
    <message>
        <source>Approach rate</source>
        <translation>Approach Rate</translation>
    </message>
    <message>
        <source>Overall difficulty</source>
        <translation>Gesamtschwierigkeit</translation>
    </message>
    <message>
        <source>HP drain</source>
        <translation>HP-Abzug</translation>
    </message>
    <message>
        <source>{ruleset}, convert</source>
        <translation>{ruleset}, Convert</translation>
    </message>
    <message numerus="yes">
        <source>%n fail(s)</source>
        <translation>
            <numerusform>%n Fail</numerusform>
            <numerusform>%n Fails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s)</source>
        <translation>
            <numerusform>%n Abbruch</numerusform>
            <numerusform>%n Abbrüche</numerusform>
        </translation>
    </message>
    <message>
        <source>You voted for it. {description}</source>
        <translation>Dafür gestimmt. {description}</translation>
    </message>
    <message>
        <source>tag {id}</source>
        <translation>Tag {id}</translation>
    </message>
    <message>
        <source>was {value}</source>
        <translation>war {value}</translation>
    </message>
    <message>
        <source>{change}, was {value}</source>
        <translation>{change}, war {value}</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} ms</translation>
    </message>
    <message>
        <source>±{time} ms</source>
        <translation>±{time} ms</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>etwa {value}</translation>
    </message>
    <message>
        <source>was {value}, speed {rate}×</source>
        <translation>war {value}, Tempo {rate}×</translation>
    </message>
    <message>
        <source>{length} played</source>
        <translation>{length} gespielt</translation>
    </message>
    <message>
        <source>Max combo</source>
        <translation>Max. Combo</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>nobody has played it yet</source>
        <translation>noch von niemandem gespielt</translation>
    </message>
    <message>
        <source>{passes} of {plays} plays</source>
        <translation>{passes} von {plays} Versuchen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Played by you</source>
        <translation>Von dir gespielt</translation>
    </message>
    <message>
        <source>The search failed.</source>
        <translation>Die Suche ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>osu! sends others an empty list.</source>
        <translation>Anderen schickt osu! eine leere Liste.</translation>
    </message>
    <message>
        <source>Grades and plays are filters for osu! supporters.</source>
        <translation>Noten und gespielte Maps sind Filter für osu!supporter.</translation>
    </message>
    <message>
        <source>Plays are a filter for osu! supporters.</source>
        <translation>Gespielte Maps sind ein Filter für osu!supporter.</translation>
    </message>
    <message>
        <source>Only with a player signed in can osu! tell whose maps these are.</source>
        <translation>Nur für einen angemeldeten Spieler kann osu! sagen, wessen Maps das sind.</translation>
    </message>
    <message>
        <source>Status and category both apply: with category Any the status alone decides.</source>
        <translation>Status und Kategorie gelten beide: Bei der Kategorie „Alle“ entscheidet allein der Status.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Average of the players&apos; ratings, 0 to 10</source>
        <translation>Durchschnitt der Bewertungen der Spieler, 0 bis 10</translation>
    </message>
    <message>
        <source>Plays per day</source>
        <translation>Spiele pro Tag</translation>
    </message>
    <message>
        <source>Plays of the difficulty</source>
        <translation>Spiele der Schwierigkeit</translation>
    </message>
    <message>
        <source>Passes of the difficulty</source>
        <translation>Bestandene Spiele der Schwierigkeit</translation>
    </message>
    <message>
        <source>Star rating</source>
        <translation>Sternwertung</translation>
    </message>
    <message>
        <source>User rating</source>
        <translation>Bewertung der Spieler</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Nominierungen</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>Status: {status}</translation>
    </message>
    <message>
        <source>Hype, nominations</source>
        <translation>Hype, Nominierungen</translation>
    </message>
    <message>
        <source>Of those that it needs to be ranked</source>
        <translation>Von denen, die für „Ranked“ nötig sind</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Number of difficulties</source>
        <translation>Anzahl der Schwierigkeiten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Storyboard</source>
        <translation>Storyboard</translation>
    </message>
    <message>
        <source>Featured artist</source>
        <translation>Featured Artist</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>A convert: osu! does not send its stars</source>
        <translation>Ein Convert: osu! schickt seine Sterne nicht</translation>
    </message>
    <message>
        <source>Ruleset</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Kreise</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Slider</translation>
    </message>
    <message>
        <source>Spinners</source>
        <translation>Spinner</translation>
    </message>
    <message>
        <source>Keys in osu!mania</source>
        <translation>Tasten in osu!mania</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Geschafft</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Passes per hundred plays</source>
        <translation>Geschaffte je hundert Versuche</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>{got} of {needed} hype</source>
        <translation>{got} von {needed} Hype</translation>
    </message>
    <message>
        <source>{got} of {needed} nominations</source>
        <translation>{got} von {needed} Nominierungen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Has leaderboard</source>
        <translation>Mit Bestenliste</translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation>Ranked</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>Loved</source>
        <translation>Loved</translation>
    </message>
    <message>
        <source>My favourites</source>
        <translation>Meine Favoriten</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Graveyard</source>
        <translation>Graveyard</translation>
    </message>
    <message>
        <source>My maps</source>
        <translation>Meine Maps</translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Video game</source>
        <translation>Videospiel</translation>
    </message>
    <message>
        <source>Anime</source>
        <translation>Anime</translation>
    </message>
    <message>
        <source>Rock</source>
        <translation>Rock</translation>
    </message>
    <message>
        <source>Pop</source>
        <translation>Pop</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Novelty</translation>
    </message>
    <message>
        <source>Hip hop</source>
        <translation>Hip-Hop</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>Elektronisch</translation>
    </message>
    <message>
        <source>Metal</source>
        <translation>Metal</translation>
    </message>
    <message>
        <source>Classical</source>
        <translation>Klassik</translation>
    </message>
    <message>
        <source>Folk</source>
        <translation>Folk</translation>
    </message>
    <message>
        <source>Jazz</source>
        <translation>Jazz</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Instrumental</source>
        <translation>Instrumental</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Recommended difficulty</source>
        <translation>Empfohlene Schwierigkeit</translation>
    </message>
    <message>
        <source>With converts</source>
        <translation>Mit Converts</translation>
    </message>
    <message>
        <source>Followed mappers</source>
        <translation>Gefolgte Mapper</translation>
    </message>
    <message>
        <source>Spotlighted</source>
        <translation>Aus Spotlights</translation>
    </message>
    <message>
        <source>Featured artists</source>
        <translation>Featured Artists</translation>
    </message>
    <message>
        <source>Has video</source>
        <translation>Mit Video</translation>
    </message>
    <message>
        <source>Has storyboard</source>
        <translation>Mit Storyboard</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>Gespielt</translation>
    </message>
    <message>
        <source>Not played</source>
        <translation>Nicht gespielt</translation>
    </message>
    <message>
        <source>Difficulty name</source>
        <translation>Name der Schwierigkeit</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z bis A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>hardest first</source>
        <translation>schwerste zuerst</translation>
    </message>
    <message>
        <source>easiest first</source>
        <translation>leichteste zuerst</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <source>highest first</source>
        <translation>höchste zuerst</translation>
    </message>
    <message>
        <source>lowest first</source>
        <translation>niedrigste zuerst</translation>
    </message>
    <message>
        <source>most first</source>
        <translation>meiste zuerst</translation>
    </message>
    <message>
        <source>fewest first</source>
        <translation>wenigste zuerst</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>best match first</source>
        <translation>beste Treffer zuerst</translation>
    </message>
    <message>
        <source>worst match first</source>
        <translation>schwächste Treffer zuerst</translation>
    </message>
    <message>
        <source>Star rating without mods</source>
        <translation>Sternwertung ohne Mods</translation>
    </message>
    <message>
        <source>Circle size; keys in osu!mania</source>
        <translation>Kreisgröße; in osu!mania Tasten</translation>
    </message>
    <message>
        <source>Keys in osu!mania; others are left out</source>
        <translation>Tasten in osu!mania; andere fallen weg</translation>
    </message>
    <message>
        <source>Status of the difficulty; with category Any</source>
        <translation>Status der Schwierigkeit; mit der Kategorie „Alle“</translation>
    </message>
    <message>
        <source>Only ranked, approved and loved ones</source>
        <translation>Nur Ranked, Approved und Loved</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>Tag: {tag}</translation>
    </message>
    <message>
        <source>Featured artist {id}</source>
        <translation>Featured Artist {id}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>from {value}</source>
        <translation>ab {value}</translation>
    </message>
    <message>
        <source>over {value}</source>
        <translation>über {value}</translation>
    </message>
    <message>
        <source>up to {value}</source>
        <translation>bis {value}</translation>
    </message>
    <message>
        <source>under {value}</source>
        <translation>unter {value}</translation>
    </message>
    <message>
        <source>{low} and {high}</source>
        <comment>a range: over 5 and under 6</comment>
        <translation>{low} und {high}</translation>
    </message>
    <message>
        <source>Explicit too</source>
        <translation>Auch explizite</translation>
    </message>
    <message>
        <source>Explicit hidden</source>
        <translation>Explizite ausgeblendet</translation>
    </message>
    <message>
        <source>Beatmaps</source>
        <translation>Beatmaps</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Tournaments</source>
        <translation>Turniere</translation>
    </message>
    <message>
        <source>Project Loved</source>
        <translation>Project Loved</translation>
    </message>
    <message>
        <source>Spotlights</source>
        <translation>Spotlights</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Artists and albums</source>
        <translation>Künstler und Alben</translation>
    </message>
    <message>
        <source>Beatmap packs with {words}</source>
        <translation>Beatmap-Packs mit {words}</translation>
    </message>
    <message>
        <source>Beatmap packs: {type}</source>
        <translation>Beatmap-Packs: {type}</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>of a pack</comment>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>for any ruleset</source>
        <translation>für jeden Modus</translation>
    </message>
    <message>
        <source>for {ruleset}</source>
        <translation>für {ruleset}</translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s)</source>
        <translation>
            <numerusform>%n Beatmap</numerusform>
            <numerusform>%n Beatmaps</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total} passed</source>
        <translation>{count} von {total} geschafft</translation>
    </message>
    <message>
        <source>{title} and {count} more</source>
        <translation>{title} und {count} weitere</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} von {total}</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Sets of the pack on this computer</source>
        <translation>Sets des Packs auf diesem Computer</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>No easier mods</source>
        <translation>Ohne leichtere Mods</translation>
    </message>
    <message>
        <source>Whether mods that make it easier do not count towards its medal</source>
        <translation>Ob erleichternde Mods für die Medaille nicht zählen</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Geschafft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>geschafft</translation>
    </message>
    <message>
        <source>Whether you have passed it</source>
        <translation>Ob du es geschafft hast</translation>
    </message>
    <message>
        <source>Pack {tag}</source>
        <translation>Pack {tag}</translation>
    </message>
    <message>
        <source>any</source>
        <comment>ruleset of a pack</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>ruleset {number}</source>
        <translation>Modus {number}</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>von {author}</translation>
    </message>
    <message>
        <source>Mods that make it easier do not count</source>
        <translation>Erleichternde Mods zählen nicht</translation>
    </message>
    <message>
        <source>All passed</source>
        <translation>Alle geschafft</translation>
    </message>
    <message>
        <source>osu! has no file of this difficulty: there are no pp.</source>
        <translation>osu! hat keine Datei dieser Schwierigkeit: Es gibt keine pp.</translation>
    </message>
    <message>
        <source>The pp could not be calculated: it took too long, or too much memory.</source>
        <translation>Die pp ließen sich nicht berechnen: es dauerte zu lange oder brauchte zu viel Speicher.</translation>
    </message>
    <message>
        <source>There are no pp of this difficulty.</source>
        <translation>Für diese Schwierigkeit gibt es keine pp.</translation>
    </message>
    <message>
        <source>Full combos without misses, played as in lazer.</source>
        <translation>Full Combos ohne Misses, gespielt wie in lazer.</translation>
    </message>
    <message>
        <source>Full combos without misses, played as in stable.</source>
        <translation>Full Combos ohne Misses, gespielt wie in stable.</translation>
    </message>
    <message>
        <source>{formula}, of another version of the file</source>
        <translation>{formula}, einer anderen Version der Datei</translation>
    </message>
    <message>
        <source>{pp} pp</source>
        <translation>{pp} pp</translation>
    </message>
    <message>
        <source>{key} has no value: no spaces around the sign. osu! searches this as a word.</source>
        <translation>{key} hat keinen Wert: keine Leerzeichen um das Zeichen. osu! sucht das als Wort.</translation>
    </message>
    <message>
        <source>{key} is compared with a number, such as 5.5.</source>
        <translation>{key} wird mit einer Zahl verglichen, etwa 5.5.</translation>
    </message>
    <message>
        <source>{key} is compared with a whole number, such as 4.</source>
        <translation>{key} wird mit einer ganzen Zahl verglichen, etwa 4.</translation>
    </message>
    <message>
        <source>{key} is compared with a date, such as 2023, 2023-05 or 2023-05-31.</source>
        <translation>{key} wird mit einem Datum verglichen, etwa 2023, 2023-05 oder 2023-05-31.</translation>
    </message>
    <message>
        <source>{key} is given by = and a text, which is in quotes if it has spaces.</source>
        <translation>{key} wird mit = und einem Text angegeben; hat er Leerzeichen, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{key} is compared with a time, such as 90, 1:30 or 1m30s.</source>
        <translation>{key} wird mit einer Zeit verglichen, etwa 90, 1:30 oder 1m30s.</translation>
    </message>
    <message>
        <source>{key} is one of {names}, in lower-case letters.</source>
        <translation>{key} ist eines von {names}, in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>{key} is given by = and a tag.</source>
        <translation>{key} wird mit = und einem Tag angegeben.</translation>
    </message>
    <message>
        <source>{key} is given by = and the number of an artist.</source>
        <translation>{key} wird mit = und der Nummer eines Künstlers angegeben.</translation>
    </message>
    <message>
        <source>The signs are = &lt; &lt;= &gt; and &gt;=. osu! searches this as words.</source>
        <translation>Die Zeichen sind = &lt; &lt;= &gt; und &gt;=. osu! sucht das als Wörter.</translation>
    </message>
    <message>
        <source>No spaces around the sign. osu! searches this as words.</source>
        <translation>Keine Leerzeichen um das Zeichen. osu! sucht das als Wörter.</translation>
    </message>
    <message>
        <source>osu! has no option {key}, and searches this as a word.</source>
        <translation>osu! kennt keine Option {key} und sucht das als Wort.</translation>
    </message>
    <message>
        <source>Do you mean {option}?</source>
        <translation>Ist {option} gemeint?</translation>
    </message>
    <message>
        <source>osu! searches this as a word.</source>
        <translation>osu! sucht das als Wort.</translation>
    </message>
    <message>
        <source>As it is, it has no effect.</source>
        <translation>So hat es keine Wirkung.</translation>
    </message>
    <message>
        <source>osu! reads divisor, but it has no effect.</source>
        <translation>osu! liest divisor, aber ohne Wirkung.</translation>
    </message>
    <message>
        <source>A later word replaces this one.</source>
        <translation>Ein späteres Wort ersetzt dieses.</translation>
    </message>
    <message>
        <source>No {name} is in this range: nothing is found.</source>
        <translation>In diesem Bereich gibt es kein {name}: Nichts wird gefunden.</translation>
    </message>
    <message>
        <source>Mappers</source>
        <translation>Mapper</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Romanised</source>
        <translation>Romanisiert</translation>
    </message>
    <message>
        <source>user {id}</source>
        <translation>Nutzer {id}</translation>
    </message>
    <message>
        <source>Its content is explicit: the cover is not shown</source>
        <translation>Der Inhalt ist explizit: Das Cover wird nicht gezeigt</translation>
    </message>
    <message>
        <source>It was in a beatmap spotlight</source>
        <translation>Es war in einem Beatmap-Spotlight</translation>
    </message>
    <message>
        <source>The song is of a featured artist</source>
        <translation>Das Lied ist von einem Featured Artist</translation>
    </message>
    <message>
        <source>It has a video</source>
        <translation>Mit Video</translation>
    </message>
    <message>
        <source>It has a storyboard</source>
        <translation>Mit Storyboard</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Its discussion is locked</source>
        <translation>Die Diskussion ist gesperrt</translation>
    </message>
    <message>
        <source>Mapped by</source>
        <translation>Gemappt von</translation>
    </message>
    <message>
        <source>Guest mappers</source>
        <translation>Gast-Mapper</translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation>Nominiert von</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Online offset</source>
        <translation>Online-Offset</translation>
    </message>
    <message>
        <source>{nominations}, and {more} for each further ruleset</source>
        <translation>{nominations}, und {more} für jeden weiteren Modus</translation>
    </message>
    <message>
        <source>osu! says why: {reason}</source>
        <translation>osu! sagt, warum: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} ({share})</source>
        <translation>{count} von {total} ({share})</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Favoured by</source>
        <translation>Favorit von</translation>
    </message>
    <message>
        <source>Set number</source>
        <translation>Set-Nummer</translation>
    </message>
    <message>
        <source>Hype</source>
        <translation>Hype</translation>
    </message>
    <message>
        <source>and {rest} more</source>
        <translation>und {rest} weitere</translation>
    </message>
    <message>
        <source>This beatmapset was deleted.</source>
        <translation>Dieses Beatmapset wurde gelöscht.</translation>
    </message>
    <message>
        <source>It cannot be downloaded from osu!.</source>
        <translation>Es kann nicht von osu! heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Players&apos; ratings</source>
        <translation>Bewertungen der Spieler</translation>
    </message>
    <message>
        <source>Players&apos; ratings: {total}, average {average}</source>
        <translation>Bewertungen der Spieler: {total}, Durchschnitt {average}</translation>
    </message>
    <message>
        <source>Times played</source>
        <translation>Wie oft gespielt</translation>
    </message>
    <message>
        <source>Difficulties</source>
        <translation>Schwierigkeiten</translation>
    </message>
    <message>
        <source>The difficulties by their stars; sorted by the hardest</source>
        <translation>Die Schwierigkeiten nach Sternen; sortiert nach der schwersten</translation>
    </message>
    <message>
        <source>Rulesets</source>
        <translation>Modi</translation>
    </message>
    <message>
        <source>When it was ranked, loved or qualified</source>
        <translation>Wann es Ranked, Loved oder Qualified wurde</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>kind of change</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>von {first} bis {last}</translation>
    </message>
    <message>
        <source>since {first}</source>
        <translation>seit {first}</translation>
    </message>
    <message>
        <source>up to {last}</source>
        <translation>bis {last}</translation>
    </message>
    <message>
        <source>Unknown stream</source>
        <translation>Unbekannter Stream</translation>
    </message>
    <message>
        <source>A change without a description</source>
        <translation>Eine Änderung ohne Beschreibung</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Nutzer</numerusform>
            <numerusform>%n Nutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>keine Änderungen</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Important changes</source>
        <translation>Wichtige Änderungen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Most votes</source>
        <translation>Meiste Stimmen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angepinnt</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n Stimme</numerusform>
            <numerusform>%n Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>This comment was deleted {when}.</source>
        <translation>Dieser Kommentar wurde {when} gelöscht.</translation>
    </message>
    <message>
        <source>This comment was deleted.</source>
        <translation>Dieser Kommentar wurde gelöscht.</translation>
    </message>
    <message>
        <source>This comment has no text.</source>
        <translation>Dieser Kommentar hat keinen Text.</translation>
    </message>
    <message>
        <source>something that is deleted</source>
        <translation>etwas Gelöschtes</translation>
    </message>
    <message>
        <source>something without a title</source>
        <translation>etwas ohne Titel</translation>
    </message>
    <message>
        <source>On {subject}</source>
        <translation>Zu {subject}</translation>
    </message>
    <message>
        <source>The comment of this address</source>
        <translation>Der Kommentar dieser Adresse</translation>
    </message>
    <message>
        <source>All comments</source>
        <translation>Alle Kommentare</translation>
    </message>
    <message>
        <source>In reply to a comment that is not shown.</source>
        <translation>Antwort auf einen Kommentar, der nicht gezeigt wird.</translation>
    </message>
    <message>
        <source>Loading replies …</source>
        <translation>Antworten werden geladen …</translation>
    </message>
    <message>
        <source>The replies could not be loaded. Try again</source>
        <translation>Die Antworten konnten nicht geladen werden. Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n more reply/replies</source>
        <translation>
            <numerusform>%n weitere Antwort</numerusform>
            <numerusform>%n weitere Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply/replies</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Lob</translation>
    </message>
    <message>
        <source>Not followed any more</source>
        <translation>Nicht mehr gefolgt</translation>
    </message>
    <message>
        <source>New</source>
        <comment>an unread change</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changes that were not opened yet, nor marked as read</source>
        <translation>Änderungen, die noch nicht geöffnet und nicht als gelesen markiert wurden</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a change</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>When it happened, or where osu! does not say that, when osubrowser saw it; by the clock of this computer</source>
        <translation>Wann es geschah, oder wo osu! das nicht sagt, wann osubrowser es sah; nach der Uhr dieses Computers</translation>
    </message>
    <message>
        <source>Kind of thing</source>
        <translation>Art des Gefolgten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>No votes</source>
        <translation>Keine Stimmen</translation>
    </message>
    <message>
        <source>{name} (deleted)</source>
        <translation>{name} (gelöscht)</translation>
    </message>
    <message>
        <source>Show votes</source>
        <translation>Stimmen zeigen</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>type of a discussion</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Votes: {votes}</source>
        <translation>Stimmen: {votes}</translation>
    </message>
    <message>
        <source>kudosu denied</source>
        <translation>Kudosu verweigert</translation>
    </message>
    <message>
        <source>This discussion has no text.</source>
        <translation>Diese Diskussion hat keinen Text.</translation>
    </message>
    <message>
        <source>This text is not shown.</source>
        <translation>Dieser Text wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>This post has no text.</source>
        <translation>Dieser Beitrag hat keinen Text.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of a discussion</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>changed this ({type})</source>
        <translation>änderte dies ({type})</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>A part of this review is not shown: it was deleted.</source>
        <translation>Ein Teil dieser Review wird nicht gezeigt: Er wurde gelöscht.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>changed this</source>
        <translation>änderte dies</translation>
    </message>
    <message>
        <source>marked this as resolved</source>
        <translation>markierte dies als gelöst</translation>
    </message>
    <message>
        <source>reopened this</source>
        <translation>öffnete dies wieder</translation>
    </message>
    <message>
        <source>Kudosu was allowed again</source>
        <translation>Kudosu wurde wieder erlaubt</translation>
    </message>
    <message>
        <source>Kudosu was denied</source>
        <translation>Kudosu wurde verweigert</translation>
    </message>
    <message>
        <source>Kudosu was counted anew</source>
        <translation>Kudosu wurde neu gezählt</translation>
    </message>
    <message>
        <source>{name} nominated this</source>
        <translation>{name} nominierte dies</translation>
    </message>
    <message>
        <source>{name} qualified this</source>
        <translation>{name} qualifizierte dies</translation>
    </message>
    <message>
        <source>{name} added this to Loved</source>
        <translation>{name} nahm dies in Loved auf</translation>
    </message>
    <message>
        <source>{name} removed this from Loved</source>
        <translation>{name} nahm dies aus Loved heraus</translation>
    </message>
    <message>
        <source>{name} reset the nominations with a new problem</source>
        <translation>{name} setzte die Nominierungen mit einem neuen Problem zurück</translation>
    </message>
    <message>
        <source>{name} had a nomination reset</source>
        <translation>{name} verlor eine Nominierung</translation>
    </message>
    <message>
        <source>{name} disqualified this</source>
        <translation>{name} disqualifizierte dies</translation>
    </message>
    <message>
        <source>{name} received kudosu</source>
        <translation>{name} erhielt Kudosu</translation>
    </message>
    <message>
        <source>{name} lost kudosu</source>
        <translation>{name} verlor Kudosu</translation>
    </message>
    <message>
        <source>{name} changed the genre</source>
        <translation>{name} änderte das Genre</translation>
    </message>
    <message>
        <source>{name} changed the language</source>
        <translation>{name} änderte die Sprache</translation>
    </message>
    <message>
        <source>{name} changed the explicit mark</source>
        <translation>{name} änderte die Kennzeichnung als explizit</translation>
    </message>
    <message>
        <source>{name} changed the online offset</source>
        <translation>{name} änderte den Online-Offset</translation>
    </message>
    <message>
        <source>{name} changed the tags</source>
        <translation>{name} änderte die Tags</translation>
    </message>
    <message>
        <source>{name} resolved an issue</source>
        <translation>{name} löste ein Problem</translation>
    </message>
    <message>
        <source>{name} reopened an issue</source>
        <translation>{name} öffnete ein Problem wieder</translation>
    </message>
    <message>
        <source>{name} changed the owner of a difficulty</source>
        <translation>{name} änderte den Besitzer einer Schwierigkeit</translation>
    </message>
    <message>
        <source>The discussion was locked</source>
        <translation>Die Diskussion wurde gesperrt</translation>
    </message>
    <message>
        <source>The discussion was unlocked</source>
        <translation>Die Diskussion wurde entsperrt</translation>
    </message>
    <message>
        <source>A discussion was deleted</source>
        <translation>Eine Diskussion wurde gelöscht</translation>
    </message>
    <message>
        <source>A discussion was restored</source>
        <translation>Eine Diskussion wurde wiederhergestellt</translation>
    </message>
    <message>
        <source>A post was deleted</source>
        <translation>Ein Beitrag wurde gelöscht</translation>
    </message>
    <message>
        <source>A post was restored</source>
        <translation>Ein Beitrag wurde wiederhergestellt</translation>
    </message>
    <message>
        <source>Nominate</source>
        <translation>Nominierung</translation>
    </message>
    <message>
        <source>Nominate modes</source>
        <translation>Nominierung nach Modus</translation>
    </message>
    <message>
        <source>Qualify</source>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>Rank</source>
        <comment>event of a beatmap</comment>
        <translation>Ranked</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Love</source>
        <comment>event of a beatmap</comment>
        <translation>Loved</translation>
    </message>
    <message>
        <source>Remove from loved</source>
        <translation>Aus Loved entfernt</translation>
    </message>
    <message>
        <source>Nomination reset</source>
        <translation>Nominierung zurückgesetzt</translation>
    </message>
    <message>
        <source>Nomination reset received</source>
        <translation>Nominierung verloren</translation>
    </message>
    <message>
        <source>Disqualify</source>
        <translation>Disqualifiziert</translation>
    </message>
    <message>
        <source>Disqualify legacy</source>
        <translation>Disqualifiziert (alt)</translation>
    </message>
    <message>
        <source>Kudosu gain</source>
        <translation>Kudosu erhalten</translation>
    </message>
    <message>
        <source>Kudosu lost</source>
        <translation>Kudosu verloren</translation>
    </message>
    <message>
        <source>Kudosu allow</source>
        <translation>Kudosu erlaubt</translation>
    </message>
    <message>
        <source>Kudosu deny</source>
        <translation>Kudosu verweigert</translation>
    </message>
    <message>
        <source>Kudosu recalculate</source>
        <translation>Kudosu neu gezählt</translation>
    </message>
    <message>
        <source>Genre edit</source>
        <translation>Genre geändert</translation>
    </message>
    <message>
        <source>Language edit</source>
        <translation>Sprache geändert</translation>
    </message>
    <message>
        <source>Explicit mark</source>
        <translation>Explizit-Kennzeichnung</translation>
    </message>
    <message>
        <source>Offset edit</source>
        <translation>Offset geändert</translation>
    </message>
    <message>
        <source>Tags edit</source>
        <translation>Tags geändert</translation>
    </message>
    <message>
        <source>Issue resolve</source>
        <translation>Problem gelöst</translation>
    </message>
    <message>
        <source>Issue reopen</source>
        <translation>Problem wieder offen</translation>
    </message>
    <message>
        <source>Beatmap owner change</source>
        <translation>Besitzer geändert</translation>
    </message>
    <message>
        <source>Discussion lock</source>
        <translation>Diskussion gesperrt</translation>
    </message>
    <message>
        <source>Discussion unlock</source>
        <translation>Diskussion entsperrt</translation>
    </message>
    <message>
        <source>Discussion delete</source>
        <translation>Diskussion gelöscht</translation>
    </message>
    <message>
        <source>Discussion restore</source>
        <translation>Diskussion zurück</translation>
    </message>
    <message>
        <source>Discussion post delete</source>
        <translation>Beitrag gelöscht</translation>
    </message>
    <message>
        <source>Discussion post restore</source>
        <translation>Beitrag zurück</translation>
    </message>
    <message>
        <source>Something happened</source>
        <translation>Etwas ist passiert</translation>
    </message>
    <message>
        <source>A moderator</source>
        <translation>Ein Moderator</translation>
    </message>
    <message>
        <source>for {modes}</source>
        <comment>after what happened</comment>
        <translation>für {modes}</translation>
    </message>
    <message>
        <source>by {player}</source>
        <comment>after what happened</comment>
        <translation>von {player}</translation>
    </message>
    <message>
        <source>(nominated by {names})</source>
        <comment>after what happened</comment>
        <translation>(nominiert von {names})</translation>
    </message>
    <message>
        <source>to {player}</source>
        <comment>after what happened</comment>
        <translation>an {player}</translation>
    </message>
    <message>
        <source>from {old} to {new}</source>
        <comment>after what happened</comment>
        <translation>von {old} zu {new}</translation>
    </message>
    <message>
        <source>({score} by {player})</source>
        <comment>after what happened</comment>
        <translation>({score} von {player})</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>By time in the song</source>
        <translation>Nach Zeit im Lied</translation>
    </message>
    <message>
        <source>Newest activity</source>
        <translation>Neueste Aktivität</translation>
    </message>
    <message>
        <source>All difficulties</source>
        <translation>Alle Schwierigkeiten</translation>
    </message>
    <message>
        <source>Difficulty #{id}</source>
        <translation>Schwierigkeit #{id}</translation>
    </message>
    <message>
        <source>Loading votes …</source>
        <translation>Stimmen werden geladen …</translation>
    </message>
    <message>
        <source>The votes could not be loaded. Try again</source>
        <translation>Die Stimmen konnten nicht geladen werden. Erneut versuchen</translation>
    </message>
    <message>
        <source>More replies</source>
        <translation>Weitere Antworten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All difficulties (general)</source>
        <translation>Alle Schwierigkeiten (allgemein)</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>First places lost</source>
        <translation>Verlorene erste Plätze</translation>
    </message>
    <message>
        <source>Medals</source>
        <translation>Medaillen</translation>
    </message>
    <message>
        <source>Play counts</source>
        <translation>Spielzahlen</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Ranked beatmaps</source>
        <translation>Ranked-Beatmaps</translation>
    </message>
    <message>
        <source>Revived beatmaps</source>
        <translation>Wiederbelebte Beatmaps</translation>
    </message>
    <message>
        <source>Deleted beatmaps</source>
        <translation>Gelöschte Beatmaps</translation>
    </message>
    <message>
        <source>New names</source>
        <translation>Neue Namen</translation>
    </message>
    <message>
        <source>New supporters</source>
        <translation>Neue Supporter</translation>
    </message>
    <message>
        <source>Renewed support</source>
        <translation>Verlängerte Unterstützung</translation>
    </message>
    <message>
        <source>Gifts of support</source>
        <translation>Geschenkte Unterstützung</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Nr. {number}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{name}, shown by the game until {day}</source>
        <translation>{name}, im Spiel zu sehen bis {day}</translation>
    </message>
    <message>
        <source>End of the season</source>
        <translation>Ende der Saison</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was passiert ist</translation>
    </message>
    <message>
        <source>Who did it; osu! does not tell moderators</source>
        <translation>Wer es tat; Moderatoren nennt osu! nicht</translation>
    </message>
    <message>
        <source>Silver SS</source>
        <translation>Silbernes SS</translation>
    </message>
    <message>
        <source>Silver S</source>
        <translation>Silbernes S</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Misses</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When the play ended, in UTC</source>
        <translation>Ende des Spiels in UTC</translation>
    </message>
    <message>
        <source>[deleted user] {id}</source>
        <translation>[gelöschter Nutzer] {id}</translation>
    </message>
    <message>
        <source>Last post</source>
        <translation>Letzter Beitrag</translation>
    </message>
    <message>
        <source>In a</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Discussion by</source>
        <translation>Diskussion von</translation>
    </message>
    <message>
        <source>Voter</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>For or against the discussion</source>
        <translation>Für oder gegen die Diskussion</translation>
    </message>
    <message>
        <source>On a</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Where in the song it is about</source>
        <translation>Um welche Stelle im Lied es geht</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Board {id}</source>
        <translation>Board {id}</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>started {day} by {name}</source>
        <translation>begonnen am {day} von {name}</translation>
    </message>
    <message>
        <source>started by {name}</source>
        <translation>begonnen von {name}</translation>
    </message>
    <message>
        <source>Option {number}</source>
        <translation>Option {number}</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>endete am {day}</translation>
    </message>
    <message>
        <source>ends {day}</source>
        <translation>endet am {day}</translation>
    </message>
    <message>
        <source>up to {count} options each</source>
        <translation>bis zu {count} Optionen pro Person</translation>
    </message>
    <message>
        <source>None of the last {count} posts is the author&apos;s. Go on</source>
        <translation>Keiner der letzten {count} Beiträge ist vom Autor. Weiter</translation>
    </message>
    <message>
        <source>results are hidden until it ends</source>
        <translation>Ergebnisse bis zum Ende verborgen</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>Newest last post</source>
        <translation>Neuester letzter Beitrag</translation>
    </message>
    <message>
        <source>Oldest last post</source>
        <translation>Ältester letzter Beitrag</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Whether it is pinned, locked or deleted, and whether it has a poll</source>
        <translation>Ob es angepinnt, gesperrt oder gelöscht ist und eine Umfrage hat</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Topic {id}</source>
        <translation>Thema {id}</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Ankündigung</translation>
    </message>
    <message>
        <source>Match {id}</source>
        <translation>Match {id}</translation>
    </message>
    <message>
        <source>Search of beatmaps</source>
        <translation>Suche nach Beatmaps</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>Follow as a player</source>
        <translation>Als Spieler folgen</translation>
    </message>
    <message>
        <source>Follow as a mapper (new and changed beatmaps)</source>
        <translation>Als Mapper folgen (neue und geänderte Beatmaps)</translation>
    </message>
    <message>
        <source>Follow the team</source>
        <translation>Dem Team folgen</translation>
    </message>
    <message>
        <source>Follow the beatmapset</source>
        <translation>Dem Beatmapset folgen</translation>
    </message>
    <message>
        <source>Follow this difficulty (its status and first place)</source>
        <translation>Dieser Schwierigkeit folgen (ihrem Status und ersten Platz)</translation>
    </message>
    <message>
        <source>Follow the search</source>
        <translation>Der Suche folgen</translation>
    </message>
    <message>
        <source>Follow the ranking</source>
        <translation>Der Rangliste folgen</translation>
    </message>
    <message>
        <source>Follow the match</source>
        <translation>Dem Match folgen</translation>
    </message>
    <message>
        <source>Follow the wiki page</source>
        <translation>Der Wiki-Seite folgen</translation>
    </message>
    <message>
        <source>Rank</source>
        <comment>a kind of change</comment>
        <translation>Rang</translation>
    </message>
    <message>
        <source>New top play</source>
        <translation>Neues bestes Spiel</translation>
    </message>
    <message>
        <source>Lost top play</source>
        <translation>Verlorenes bestes Spiel</translation>
    </message>
    <message>
        <source>First place won</source>
        <translation>Erster Platz gewonnen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Upload</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Nomination</source>
        <translation>Nominierung</translation>
    </message>
    <message>
        <source>Team&apos;s rank</source>
        <translation>Rang des Teams</translation>
    </message>
    <message>
        <source>New in the search</source>
        <translation>Neu in der Suche</translation>
    </message>
    <message>
        <source>Left the search</source>
        <translation>Nicht mehr in der Suche</translation>
    </message>
    <message>
        <source>End of the match</source>
        <translation>Ende des Matches</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>there again</comment>
        <translation>Wieder da</translation>
    </message>
    <message>
        <source>graveyard</source>
        <comment>status of a beatmapset</comment>
        <translation>Graveyard</translation>
    </message>
    <message>
        <source>work in progress</source>
        <comment>status of a beatmapset</comment>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>status of a beatmapset</comment>
        <translation>Pending</translation>
    </message>
    <message>
        <source>ranked</source>
        <comment>status of a beatmapset</comment>
        <translation>Ranked</translation>
    </message>
    <message>
        <source>approved</source>
        <comment>status of a beatmapset</comment>
        <translation>Approved</translation>
    </message>
    <message>
        <source>qualified</source>
        <comment>status of a beatmapset</comment>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>loved</source>
        <comment>status of a beatmapset</comment>
        <translation>Loved</translation>
    </message>
    <message>
        <source>Tournament</source>
        <translation>Turnier</translation>
    </message>
    <message>
        <source>First team</source>
        <translation>Erstes Team</translation>
    </message>
    <message>
        <source>Second team</source>
        <translation>Zweites Team</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>From the creation of the room to its end; so far, if it is running</source>
        <translation>Vom Öffnen des Raums bis zu seinem Ende; läuft er noch, bis jetzt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Score V2</source>
        <translation>Score V2</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Combo</source>
        <translation>Combo</translation>
    </message>
    <message>
        <source>Head to head</source>
        <translation>Head-to-Head</translation>
    </message>
    <message>
        <source>Team vs</source>
        <translation>Team VS</translation>
    </message>
    <message>
        <source>Tag co-op</source>
        <translation>Tag Co-op</translation>
    </message>
    <message>
        <source>Tag team vs</source>
        <translation>Tag Team VS</translation>
    </message>
    <message>
        <source>being played</source>
        <translation>wird gespielt</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>all failed</source>
        <translation>alle gescheitert</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>no opponent</source>
        <translation>kein Gegner</translation>
    </message>
    <message>
        <source>co-op</source>
        <translation>Co-op</translation>
    </message>
    <message>
        <source>{winner} by {margin}</source>
        <comment>the winner of a game, and by how much</comment>
        <translation>{winner} mit {margin}</translation>
    </message>
    <message>
        <source>deleted beatmap {id}</source>
        <translation>gelöschte Beatmap {id}</translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n Unentschieden</numerusform>
            <numerusform>%n Unentschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s)</source>
        <translation>
            <numerusform>%n Map</numerusform>
            <numerusform>%n Maps</numerusform>
        </translation>
    </message>
    <message>
        <source>{maps}, no winner</source>
        <translation>{maps}, kein Sieger</translation>
    </message>
    <message>
        <source>Level at {red} : {blue}</source>
        <translation>Gleichstand {red} : {blue}</translation>
    </message>
    <message>
        <source>{team} leads {most} : {least}</source>
        <translation>{team} führt {most} : {least}</translation>
    </message>
    <message>
        <source>{team} won {most} : {least}</source>
        <translation>{team} gewann {most} : {least}</translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n Spieler</numerusform>
            <numerusform>%n Spieler</numerusform>
        </translation>
    </message>
    <message>
        <source>{players} with {maps} each</source>
        <translation>{players} mit je {maps}</translation>
    </message>
    <message>
        <source>{name} won {count} of {maps}</source>
        <translation>{name} gewann {count} von {maps}</translation>
    </message>
    <message>
        <source>Played {song}</source>
        <translation>{song} gespielt</translation>
    </message>
    <message>
        <source>A player</source>
        <translation>Ein Spieler</translation>
    </message>
    <message>
        <source>{player} joined</source>
        <translation>{player} kam dazu</translation>
    </message>
    <message>
        <source>{player} left</source>
        <translation>{player} ging</translation>
    </message>
    <message>
        <source>{player} was kicked</source>
        <translation>{player} wurde hinausgeworfen</translation>
    </message>
    <message numerus="yes">
        <source>%n without opponents</source>
        <translation>
            <numerusform>%n ohne Gegner</numerusform>
            <numerusform>%n ohne Gegner</numerusform>
        </translation>
    </message>
    <message>
        <source>since {start} UTC, running for {length}</source>
        <translation>seit {start} UTC, läuft seit {length}</translation>
    </message>
    <message>
        <source>{start} – {end} UTC, {length}</source>
        <translation>{start} – {end} UTC, {length}</translation>
    </message>
    <message numerus="yes">
        <source>%n game(s)</source>
        <translation>
            <numerusform>%n Spiel</numerusform>
            <numerusform>%n Spiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aborted</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>[player {id}]</source>
        <translation>[Spieler {id}]</translation>
    </message>
    <message>
        <source>[unknown, slot {number}]</source>
        <translation>[unbekannt, Platz {number}]</translation>
    </message>
    <message>
        <source>{name} created the match</source>
        <translation>{name} hat das Match eröffnet</translation>
    </message>
    <message>
        <source>The match was created</source>
        <translation>Das Match wurde eröffnet</translation>
    </message>
    <message>
        <source>The match was disbanded</source>
        <translation>Das Match wurde aufgelöst</translation>
    </message>
    <message>
        <source>{name} became host</source>
        <translation>{name} wurde Host</translation>
    </message>
    <message>
        <source>The host changed</source>
        <translation>Der Host wechselte</translation>
    </message>
    <message>
        <source>Unknown event</source>
        <translation>Unbekanntes Ereignis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>{name}, match cost {cost}</source>
        <translation>{name}, Match Cost {cost}</translation>
    </message>
    <message>
        <source>Best score</source>
        <translation>Bester Score</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>Beste Genauigkeit</translation>
    </message>
    <message>
        <source>Longest combo</source>
        <translation>Längste Combo</translation>
    </message>
    <message>
        <source>Closest map</source>
        <translation>Knappste Map</translation>
    </message>
    <message>
        <source>Clearest map</source>
        <translation>Deutlichste Map</translation>
    </message>
    <message>
        <source>Not won</source>
        <translation>Nicht gewonnen</translation>
    </message>
    <message>
        <source>Maps won</source>
        <translation>Gewonnene Maps</translation>
    </message>
    <message>
        <source>Match costs</source>
        <translation>Match Costs</translation>
    </message>
    <message>
        <source>{figure} by {name}</source>
        <translation>{figure} von {name}</translation>
    </message>
    <message>
        <source>game {number}</source>
        <translation>Spiel {number}</translation>
    </message>
    <message>
        <source>one being played</source>
        <translation>eines läuft</translation>
    </message>
    <message>
        <source>Flashlight</source>
        <translation>Flashlight</translation>
    </message>
    <message>
        <source>Match cost = (S₁/M₁ + … + Sₙ/Mₙ) / n × ∛(n / n′). S: the player&apos;s score of a map, M: the median of all scores of that map, n: maps that the player played, n′: the median of n of all players.</source>
        <translation>Match Cost = (S₁/M₁ + … + Sₙ/Mₙ) / n × ∛(n / n′). S: Score des Spielers auf einer Map, M: Median aller Scores dieser Map, n: vom Spieler gespielte Maps, n′: Median von n aller Spieler.</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Match cost = (S₁/A₁ + … + Sₙ/Aₙ) / n. S: the player&apos;s score of a map, A: the average of all scores of that map, n: maps that the player played.</source>
        <translation>Match Cost = (S₁/A₁ + … + Sₙ/Aₙ) / n. S: Score des Spielers auf einer Map, A: Durchschnitt aller Scores dieser Map, n: vom Spieler gespielte Maps.</translation>
    </message>
    <message>
        <source>Mods</source>
        <translation>Mods</translation>
    </message>
    <message>
        <source>Mods of all players; each may add more</source>
        <translation>Mods aller Spieler; jeder kann weitere hinzufügen</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>By how much it was won</source>
        <translation>Mit wie viel Abstand gewonnen wurde</translation>
    </message>
    <message>
        <source>Best player</source>
        <translation>Bester Spieler</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Win condition</source>
        <translation>Siegbedingung</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Place among the scores of the game</source>
        <translation>Platz unter den Scores des Spiels</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <comment>column</comment>
        <translation>Acc</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Whether the score counts in the result of the match</source>
        <translation>Ob der Score für das Ergebnis des Matchs zählt</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Match cost</source>
        <translation>Match Cost</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Maps</translation>
    </message>
    <message>
        <source>Counted scores</source>
        <translation>Gezählte Scores</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Siege</translation>
    </message>
    <message>
        <source>Maps won, alone or with the team</source>
        <translation>Gewonnene Maps, allein oder mit dem Team</translation>
    </message>
    <message>
        <source>Best of map</source>
        <translation>Map-Bester</translation>
    </message>
    <message>
        <source>Maps with the highest score</source>
        <translation>Maps mit dem höchsten Score</translation>
    </message>
    <message>
        <source>Average score</source>
        <translation>Ø Score</translation>
    </message>
    <message>
        <source>Average accuracy</source>
        <translation>Durchschnittliche Genauigkeit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fails</translation>
    </message>
    <message>
        <source>Failed scores, counted or not</source>
        <translation>Gescheiterte Scores, gezählt oder nicht</translation>
    </message>
    <message>
        <source>Misses in counted scores</source>
        <translation>Misses in gezählten Scores</translation>
    </message>
    <message>
        <source>Average combo</source>
        <translation>Ø Combo</translation>
    </message>
    <message>
        <source>Total score</source>
        <translation>Gesamtscore</translation>
    </message>
    <message>
        <source>Number of scores with each mod</source>
        <translation>Anzahl der Scores mit jedem Mod</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>[deleted beatmap {id}]</source>
        <translation>[gelöschte Beatmap {id}]</translation>
    </message>
    <message>
        <source>Total of the team: the sum of its scores, or the average of accuracies</source>
        <translation>Summe des Teams: aller Scores, oder Durchschnitt der Genauigkeiten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>Spiel</translation>
    </message>
    <message>
        <source>A warm-up, which does not count</source>
        <translation>Ein Warm-up, das nicht zählt</translation>
    </message>
    <message>
        <source>In the order in which they were played; W: warm-up</source>
        <translation>In der Reihenfolge des Spielens; W: Warm-up</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>The best score, or what else the game compares</source>
        <translation>Der beste Score, oder was das Spiel sonst vergleicht</translation>
    </message>
    <message>
        <source>Red : Blue</source>
        <translation>Rot : Blau</translation>
    </message>
    <message>
        <source>Maps won after this one</source>
        <translation>Gewonnene Maps nach dieser</translation>
    </message>
    <message>
        <source>Place and score of {name}</source>
        <translation>Platz und Score von {name}</translation>
    </message>
    <message>
        <source>nobody played against another</source>
        <translation>niemand spielte gegen einen anderen</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Warm-up</translation>
    </message>
    <message>
        <source>failed, yes</source>
        <translation>gescheitert, ja</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>was deleted</source>
        <translation>wurde gelöscht</translation>
    </message>
    <message>
        <source>came back from the graveyard</source>
        <translation>kam aus dem Graveyard zurück</translation>
    </message>
    <message>
        <source>was updated</source>
        <translation>wurde aktualisiert</translation>
    </message>
    <message>
        <source>was uploaded</source>
        <translation>wurde hochgeladen</translation>
    </message>
    <message>
        <source>Supports osu! once more</source>
        <translation>Unterstützt osu! erneut</translation>
    </message>
    <message>
        <source>Became an osu!supporter</source>
        <translation>Wurde osu!supporter</translation>
    </message>
    <message>
        <source>Was given the osu!supporter tag</source>
        <translation>Bekam den osu!supporter-Status geschenkt</translation>
    </message>
    <message>
        <source>The grade of the score, or the medal</source>
        <translation>Die Note des Scores, oder die Medaille</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>The place on the beatmap&apos;s board</source>
        <translation>Der Platz auf der Bestenliste der Beatmap</translation>
    </message>
    <message>
        <source>is {status} now</source>
        <translation>ist jetzt {status}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message numerus="yes">
        <source>has been played %n time(s)</source>
        <translation>
            <numerusform>wurde %n-mal gespielt</numerusform>
            <numerusform>wurde %n-mal gespielt</numerusform>
        </translation>
    </message>
    <message>
        <source>was {name} before</source>
        <translation>hieß vorher {name}</translation>
    </message>
    <message>
        <source>Has the new name {name}</source>
        <translation>Heißt jetzt {name}</translation>
    </message>
    <message>
        <source>First place lost</source>
        <translation>Ersten Platz verloren</translation>
    </message>
    <message>
        <source>on {title}</source>
        <translation>auf {title}</translation>
    </message>
    <message>
        <source>Rank #{rank}</source>
        <translation>Rang #{rank}</translation>
    </message>
    <message>
        <source>A rank</source>
        <translation>Ein Rang</translation>
    </message>
    <message>
        <source>number {id}</source>
        <translation>Nummer {id}</translation>
    </message>
    <message>
        <source>Medal {name}</source>
        <translation>Medaille {name}</translation>
    </message>
    <message>
        <source>Something that osu! itself cannot read any more</source>
        <translation>Etwas, das osu! selbst nicht mehr lesen kann</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>First places</source>
        <translation>Erste Plätze</translation>
    </message>
    <message>
        <source>Beatmaps played</source>
        <translation>Gespielte Beatmaps</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Abzeichen</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Follower</translation>
    </message>
    <message>
        <source>Mapping followers</source>
        <translation>Mapping-Follower</translation>
    </message>
    <message>
        <source>Loved beatmaps</source>
        <translation>Loved-Beatmaps</translation>
    </message>
    <message>
        <source>Favourite beatmaps</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Kudosu</source>
        <translation>Kudosu</translation>
    </message>
    <message>
        <source>Forum posts</source>
        <translation>Forenbeiträge</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) · {left} ahead in {left_count} · {right} ahead in {right_count}</source>
        <translation>
            <numerusform>%n Wert · {left} vorn bei {left_count} · {right} vorn bei {right_count}</numerusform>
            <numerusform>%n Werte · {left} vorn bei {left_count} · {right} vorn bei {right_count}</numerusform>
        </translation>
    </message>
    <message>
        <source>{player} is ahead</source>
        <translation>{player} liegt vorn</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>Note {grade}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Up where {left} is ahead, down where {right} is</source>
        <translation>Aufwärts, wo {left} vorn liegt, abwärts, wo {right} es tut</translation>
    </message>
    <message>
        <source>Mutual</source>
        <translation>Gegenseitig</translation>
    </message>
    <message>
        <source>Whether you are a friend of theirs, too</source>
        <translation>Ob die Freundschaft beidseitig ist</translation>
    </message>
    <message>
        <source>Rank in the performance ranking of your ruleset</source>
        <translation>Rang in der Performance-Rangliste deines Modus</translation>
    </message>
    <message>
        <source>Performance points in your ruleset</source>
        <translation>Performance-Punkte in deinem Modus</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Supporter</translation>
    </message>
    <message>
        <source>Whether they support osu!</source>
        <translation>Ob der Spieler osu! unterstützt</translation>
    </message>
    <message>
        <source>Votes for a discussion post</source>
        <translation>Stimmen für einen Beitrag</translation>
    </message>
    <message>
        <source>Votes were taken back</source>
        <translation>Stimmen wurden zurückgenommen</translation>
    </message>
    <message>
        <source>Allowed again</source>
        <translation>Wieder erlaubt</translation>
    </message>
    <message>
        <source>Denied by a moderator</source>
        <translation>Von einem Moderator verweigert</translation>
    </message>
    <message>
        <source>The post was deleted</source>
        <translation>Der Beitrag wurde gelöscht</translation>
    </message>
    <message>
        <source>The post was restored</source>
        <translation>Der Beitrag wurde wiederhergestellt</translation>
    </message>
    <message>
        <source>Votes were counted anew</source>
        <translation>Stimmen wurden neu gezählt</translation>
    </message>
    <message>
        <source>Given for a forum post</source>
        <translation>Für einen Forenbeitrag gegeben</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>New</source>
        <comment>plays of a best list</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Fell out</source>
        <comment>plays of a best list</comment>
        <translation>Herausgefallen</translation>
    </message>
    <message>
        <source>List of a day</source>
        <translation>Liste eines Tages</translation>
    </message>
    <message>
        <source>Since the look before</source>
        <translation>Seit dem Blick davor</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>All that is known</source>
        <translation>Alles Bekannte</translation>
    </message>
    <message>
        <source>A better play on the same beatmap</source>
        <translation>Ein besseres Spiel auf derselben Beatmap</translation>
    </message>
    <message>
        <source>Below the last place</source>
        <translation>Unter dem letzten Platz</translation>
    </message>
    <message>
        <source>Not told by osu!</source>
        <translation>Von osu! nicht gesagt</translation>
    </message>
    <message>
        <source>The list has one play of each beatmap: the one with the most pp</source>
        <translation>Die Liste hat ein Spiel je Beatmap: das mit den meisten pp</translation>
    </message>
    <message>
        <source>osu! lists 200 plays: all of them had more pp</source>
        <translation>osu! listet 200 Spiele: alle von ihnen hatten mehr pp</translation>
    </message>
    <message>
        <source>Deleted, or its pp or its beatmap went: osu! does not say why</source>
        <translation>Gelöscht, oder seine pp oder seine Beatmap fielen weg: osu! sagt nicht, warum</translation>
    </message>
    <message numerus="yes">
        <source>%n play(s) left the list</source>
        <translation>
            <numerusform>%n Spiel verließ die Liste</numerusform>
            <numerusform>%n Spiele verließen die Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new play(s)</source>
        <comment>of a best list</comment>
        <translation>
            <numerusform>%n neues Spiel</numerusform>
            <numerusform>%n neue Spiele</numerusform>
        </translation>
    </message>
    <message>
        <source>brought {pp}</source>
        <translation>brachte {pp}</translation>
    </message>
    <message>
        <source>the list went from {before} to {after}</source>
        <translation>die Liste ging von {before} auf {after}</translation>
    </message>
    <message>
        <source>last seen on {day}</source>
        <translation>zuletzt gesehen am {day}</translation>
    </message>
    <message>
        <source>As seen on {day}</source>
        <translation>Wie am {day} gesehen</translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s), as seen on {day}</source>
        <translation>
            <numerusform>Der erste Platz, wie am {day} gesehen</numerusform>
            <numerusform>Die ersten %n Plätze, wie am {day} gesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>places below {count} as seen on {day}</source>
        <translation>Plätze unter {count}, wie am {day} gesehen</translation>
    </message>
    <message>
        <source>{pp} counted</source>
        <translation>{pp} gezählt</translation>
    </message>
    <message>
        <source>{total} in all, {rest} of them not from this list</source>
        <translation>{total} insgesamt, davon {rest} nicht aus dieser Liste</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>plays of a best list</comment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fell out</source>
        <comment>plays of a best list</comment>
        <translation>
            <numerusform>%n herausgefallen</numerusform>
            <numerusform>%n herausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>The best plays of {name} were not seen yet.</source>
        <translation>Die besten Spiele von {name} wurden noch nicht gesehen.</translation>
    </message>
    <message>
        <source>The list of {name} had no plays on that day.</source>
        <translation>Die Liste von {name} hatte an diesem Tag keine Spiele.</translation>
    </message>
    <message>
        <source>The list of {name} on that day is not known: it was first seen on {day}.</source>
        <translation>Die Liste von {name} an diesem Tag ist nicht bekannt: Sie wurde zuerst am {day} gesehen.</translation>
    </message>
    <message>
        <source>The list of {name} was last seen on {day}: nothing is known of the days after it.</source>
        <translation>Die Liste von {name} wurde zuletzt am {day} gesehen: Von den Tagen danach ist nichts bekannt.</translation>
    </message>
    <message>
        <source>No play has left the list of {name} between {start} and {end}.</source>
        <translation>Zwischen {start} und {end} hat kein Spiel die Liste von {name} verlassen.</translation>
    </message>
    <message>
        <source>No new play has come into the list of {name} between {start} and {end}.</source>
        <translation>Zwischen {start} und {end} kam kein neues Spiel in die Liste von {name}.</translation>
    </message>
    <message>
        <source>New since</source>
        <translation>Neu seit</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>column</comment>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Place in the list when it came</source>
        <translation>Platz in der Liste, als es kam</translation>
    </message>
    <message>
        <source>Place in the list when it was last seen there</source>
        <translation>Platz in der Liste, als es dort zuletzt gesehen wurde</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Platz in der Liste</translation>
    </message>
    <message>
        <source>#</source>
        <comment>place in a list</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Performance points on that day</source>
        <translation>Performance-Punkte an diesem Tag</translation>
    </message>
    <message>
        <source>Performance points at that time</source>
        <translation>Performance-Punkte zu dieser Zeit</translation>
    </message>
    <message>
        <source>{pp} until {day}</source>
        <translation>{pp} bis {day}</translation>
    </message>
    <message>
        <source>{pp} since then</source>
        <translation>{pp} seitdem</translation>
    </message>
    <message>
        <source>pp now</source>
        <translation>pp jetzt</translation>
    </message>
    <message>
        <source>Performance points as last seen</source>
        <translation>Performance-Punkte, wie zuletzt gesehen</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Brachte</translation>
    </message>
    <message>
        <source>What it added to the weighted pp of the list</source>
        <translation>Was es den gewichteten pp der Liste hinzufügte</translation>
    </message>
    <message>
        <source>up to {pp}</source>
        <translation>bis zu {pp}</translation>
    </message>
    <message>
        <source>The list was not known before this play came</source>
        <translation>Die Liste war nicht bekannt, bevor dieses Spiel kam</translation>
    </message>
    <message>
        <source>At least {pp}: the end of the list was not known</source>
        <translation>Mindestens {pp}: Das Ende der Liste war nicht bekannt</translation>
    </message>
    <message>
        <source>In place of a play of {pp} on the same beatmap</source>
        <translation>Anstelle eines Spiels mit {pp} auf derselben Beatmap</translation>
    </message>
    <message>
        <source>What it added to the player&apos;s pp</source>
        <translation>Was es den pp des Spielers hinzufügte</translation>
    </message>
    <message>
        <source>In the list on {seen}, missing on {missing}</source>
        <translation>In der Liste am {seen}, nicht mehr am {missing}</translation>
    </message>
    <message>
        <source>First seen in the list: {time}</source>
        <translation>Zuerst in der Liste gesehen: {time}</translation>
    </message>
    <message>
        <source>In the list since</source>
        <translation>In der Liste seit</translation>
    </message>
    <message>
        <source>{day} or before</source>
        <translation>{day} oder früher</translation>
    </message>
    <message>
        <source>When it was set</source>
        <translation>Wann es gespielt wurde</translation>
    </message>
    <message>
        <source>When it was first seen missing</source>
        <translation>Wann es zuerst fehlte</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Its place has a play of {pp}, set on {day}</source>
        <translation>An seinem Platz steht ein Spiel mit {pp}, gespielt am {day}</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>in the country {before} to {after}</source>
        <translation>im Land {before} auf {after}</translation>
    </message>
    <message>
        <source>{change} pp</source>
        <translation>{change} pp</translation>
    </message>
    <message numerus="yes">
        <source>%n more play(s)</source>
        <translation>
            <numerusform>%n weiteres Spiel</numerusform>
            <numerusform>%n weitere Spiele</numerusform>
        </translation>
    </message>
    <message>
        <source>No rank any more; it was {before}</source>
        <translation>Kein Rang mehr; es war {before}</translation>
    </message>
    <message>
        <source>A rank again: {after}</source>
        <translation>Wieder ein Rang: {after}</translation>
    </message>
    <message numerus="yes">
        <source>Up %n rank(s) to {after}</source>
        <translation>
            <numerusform>Einen Rang aufgestiegen auf {after}</numerusform>
            <numerusform>%n Ränge aufgestiegen auf {after}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Down %n rank(s) to {after}</source>
        <translation>
            <numerusform>Einen Rang gefallen auf {after}</numerusform>
            <numerusform>%n Ränge gefallen auf {after}</numerusform>
        </translation>
    </message>
    <message>
        <source>You passed {passed}</source>
        <translation>Du hast {passed} überholt</translation>
    </message>
    <message>
        <source>{passer} passed you</source>
        <translation>{passer} hat dich überholt</translation>
    </message>
    <message>
        <source>{passer} passed {passed}</source>
        <translation>{passer} hat {passed} überholt</translation>
    </message>
    <message>
        <source>now {place}</source>
        <translation>jetzt {place}</translation>
    </message>
    <message>
        <source>it brought at most {change} pp</source>
        <translation>es brachte höchstens {change} pp</translation>
    </message>
    <message>
        <source>it brought {change} pp</source>
        <translation>es brachte {change} pp</translation>
    </message>
    <message>
        <source>New best play no. {position}: {play}</source>
        <translation>Neues bestes Spiel Nr. {position}: {play}</translation>
    </message>
    <message>
        <source>New best play: {play}</source>
        <translation>Neues bestes Spiel: {play}</translation>
    </message>
    <message>
        <source>Replaced by a better play: {play}</source>
        <translation>Durch ein besseres Spiel ersetzt: {play}</translation>
    </message>
    <message>
        <source>Fell out of the best plays: {play}</source>
        <translation>Aus den besten Spielen gefallen: {play}</translation>
    </message>
    <message>
        <source>Not among the best plays any more: {play}</source>
        <translation>Nicht mehr unter den besten Spielen: {play}</translation>
    </message>
    <message>
        <source>The replay can be downloaded now: {play}</source>
        <translation>Das Replay kann jetzt geladen werden: {play}</translation>
    </message>
    <message>
        <source>First place won: {beatmap}</source>
        <translation>Ersten Platz gewonnen: {beatmap}</translation>
    </message>
    <message>
        <source>{player} has the first place now, which {before} had</source>
        <translation>{player} hat jetzt den ersten Platz, den {before} hatte</translation>
    </message>
    <message>
        <source>{player} has the first place now</source>
        <translation>{player} hat jetzt den ersten Platz</translation>
    </message>
    <message>
        <source>First place lost: {beatmap}</source>
        <translation>Ersten Platz verloren: {beatmap}</translation>
    </message>
    <message>
        <source>New medal: {name}</source>
        <translation>Neue Medaille: {name}</translation>
    </message>
    <message>
        <source>Renamed from {before} to {after}</source>
        <translation>Umbenannt von {before} in {after}</translation>
    </message>
    <message>
        <source>{title}: {before}, now {after}</source>
        <translation>{title}: {before}, jetzt {after}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>New beatmapset: {title}</source>
        <translation>Neues Beatmapset: {title}</translation>
    </message>
    <message numerus="yes">
        <source>Updated %n time(s): {title}</source>
        <translation>
            <numerusform>Einmal aktualisiert: {title}</numerusform>
            <numerusform>%n-mal aktualisiert: {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>Updated: {title}</source>
        <translation>Aktualisiert: {title}</translation>
    </message>
    <message>
        <source>Nominations were reset: {title}</source>
        <translation>Nominierungen wurden zurückgesetzt: {title}</translation>
    </message>
    <message>
        <source>Nominated: {title}</source>
        <translation>Nominiert: {title}</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} von {all}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>{name}: “{text}”</source>
        <translation>{name}: „{text}“</translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s), the newest by {said}</source>
        <translation>
            <numerusform>%n neuer Kommentar, von {said}</numerusform>
            <numerusform>%n neue Kommentare, der neueste von {said}</numerusform>
        </translation>
    </message>
    <message>
        <source>New comment by {said}</source>
        <translation>Neuer Kommentar von {said}</translation>
    </message>
    <message>
        <source>Joined: {names}</source>
        <translation>Beigetreten: {names}</translation>
    </message>
    <message>
        <source>Left: {names}</source>
        <translation>Ausgetreten: {names}</translation>
    </message>
    <message>
        <source>New beatmapset: {titles}</source>
        <translation>Neues Beatmapset: {titles}</translation>
    </message>
    <message>
        <source>Not found any more: {titles}</source>
        <translation>Nicht mehr gefunden: {titles}</translation>
    </message>
    <message numerus="yes">
        <source>%n new beatmapset(s): {titles}</source>
        <translation>
            <numerusform>%n neues Beatmapset: {titles}</numerusform>
            <numerusform>%n neue Beatmapsets: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmapset(s) not found any more: {titles}</source>
        <translation>
            <numerusform>%n Beatmapset nicht mehr gefunden: {titles}</numerusform>
            <numerusform>%n Beatmapsets nicht mehr gefunden: {titles}</numerusform>
        </translation>
    </message>
    <message>
        <source>Risen: {names}</source>
        <translation>Aufgestiegen: {names}</translation>
    </message>
    <message>
        <source>Fallen: {names}</source>
        <translation>Gefallen: {names}</translation>
    </message>
    <message>
        <source>New: {names}</source>
        <translation>Neu: {names}</translation>
    </message>
    <message>
        <source>{name} {before} to {after}</source>
        <translation>{name} {before} auf {after}</translation>
    </message>
    <message numerus="yes">
        <source>%n new game(s)</source>
        <translation>
            <numerusform>%n neues Spiel</numerusform>
            <numerusform>%n neue Spiele</numerusform>
        </translation>
    </message>
    <message>
        <source>{games}, the newest: {title}</source>
        <translation>{games}, das neueste: {title}</translation>
    </message>
    <message>
        <source>The match has ended</source>
        <translation>Das Match ist zu Ende</translation>
    </message>
    <message numerus="yes">
        <source>The match has ended after %n game(s)</source>
        <translation>
            <numerusform>Das Match ist nach einem Spiel zu Ende</numerusform>
            <numerusform>Das Match ist nach %n Spielen zu Ende</numerusform>
        </translation>
    </message>
    <message>
        <source>The page was edited</source>
        <translation>Die Seite wurde bearbeitet</translation>
    </message>
    <message>
        <source>The page was edited, as long as before</source>
        <translation>Die Seite wurde bearbeitet, so lang wie zuvor</translation>
    </message>
    <message numerus="yes">
        <source>The page was edited, %n character(s) longer</source>
        <translation>
            <numerusform>Die Seite wurde bearbeitet, %n Zeichen länger</numerusform>
            <numerusform>Die Seite wurde bearbeitet, %n Zeichen länger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page was edited, %n character(s) shorter</source>
        <translation>
            <numerusform>Die Seite wurde bearbeitet, %n Zeichen kürzer</numerusform>
            <numerusform>Die Seite wurde bearbeitet, %n Zeichen kürzer</numerusform>
        </translation>
    </message>
    <message>
        <source>It is there again</source>
        <translation>Es ist wieder da</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} und %n weiterer</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Medal {id}</source>
        <translation>Medaille {id}</translation>
    </message>
    <message>
        <source>Medal</source>
        <translation>Medaille</translation>
    </message>
    <message>
        <source>Had by</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>How many of all players have it</source>
        <translation>Wie viele aller Spieler sie haben</translation>
    </message>
    <message>
        <source>As osu! counts its medals</source>
        <translation>Wie osu! seine Medaillen zählt</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>medal</comment>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>{name}: osu! tells the names of medals only for a while after they were won</source>
        <translation>{name}: osu! nennt die Namen von Medaillen nur eine Zeit lang, nachdem sie gewonnen wurden</translation>
    </message>
    <message>
        <source>no rank</source>
        <translation>kein Rang</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>restriction</source>
        <translation>Einschränkung</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>tournament ban</source>
        <translation>Turniersperre</translation>
    </message>
    <message>
        <source>mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>touch</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>online now</source>
        <translation>gerade online</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>Frühere Namen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Abzeichen</translation>
    </message>
    <message>
        <source>Plays with</source>
        <translation>Spielt mit</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Beruf</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Interessen</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>Twitter</source>
        <translation>Twitter</translation>
    </message>
    <message>
        <source>Account standing</source>
        <translation>Kontostatus</translation>
    </message>
    <message>
        <source>{total} earned, {available} left</source>
        <translation>{total} verdient, {available} übrig</translation>
    </message>
    <message>
        <source>discussions</source>
        <translation>Diskussionen</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>votes given</source>
        <translation>vergebene Stimmen</translation>
    </message>
    <message>
        <source>votes received</source>
        <translation>erhaltene Stimmen</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Modding</source>
        <translation>Modding</translation>
    </message>
    <message>
        <source>top {share}</source>
        <translation>Top {share}</translation>
    </message>
    <message>
        <source>{progress} to {level}</source>
        <translation>{progress} bis {level}</translation>
    </message>
    <message>
        <source>country {rank}</source>
        <translation>Land {rank}</translation>
    </message>
    <message numerus="yes">
        <source>best streak %n day(s), now {current}</source>
        <translation>
            <numerusform>beste Serie %n Tag, jetzt {current}</numerusform>
            <numerusform>beste Serie %n Tage, jetzt {current}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n play(s)</source>
        <translation>
            <numerusform>%n-mal gespielt</numerusform>
            <numerusform>%n-mal gespielt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s)</source>
        <translation>
            <numerusform>%n Replay</numerusform>
            <numerusform>%n Replays</numerusform>
        </translation>
    </message>
    <message>
        <source>{group}, on probation</source>
        <translation>{group}, auf Probe</translation>
    </message>
    <message>
        <source>Last seen {when}</source>
        <translation>Zuletzt gesehen {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n Follower</numerusform>
            <numerusform>%n Follower</numerusform>
        </translation>
    </message>
    <message>
        <source>Global rank</source>
        <translation>Globaler Rang</translation>
    </message>
    <message>
        <source>Country rank</source>
        <translation>Landesrang</translation>
    </message>
    <message>
        <source>Replays watched</source>
        <translation>Angesehene Replays</translation>
    </message>
    <message numerus="yes">
        <source>%n medal(s)</source>
        <translation>
            <numerusform>%n Medaille</numerusform>
            <numerusform>%n Medaillen</numerusform>
        </translation>
    </message>
    <message>
        <source>Medal: {name}</source>
        <translation>Medaille: {name}</translation>
    </message>
    <message>
        <source>{before} is now called {after}</source>
        <translation>{before} heißt jetzt {after}</translation>
    </message>
    <message>
        <source>First place on {beatmap}</source>
        <translation>Erster Platz auf {beatmap}</translation>
    </message>
    <message>
        <source>First place lost on {beatmap}</source>
        <translation>Ersten Platz auf {beatmap} verloren</translation>
    </message>
    <message>
        <source>New best #{position}: {song}, {pp} pp</source>
        <translation>Neues bestes Spiel #{position}: {song}, {pp} pp</translation>
    </message>
    <message>
        <source>{change} since yesterday</source>
        <translation>{change} seit gestern</translation>
    </message>
    <message>
        <source>{change} since {age}</source>
        <translation>{change} seit {age}</translation>
    </message>
    <message>
        <source>{value} now, {before} on {when}</source>
        <translation>{value} jetzt, {before} am {when}</translation>
    </message>
    <message>
        <source>Best rank</source>
        <translation>Bester Rang</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Maximum combo</source>
        <translation>Max. Combo</translation>
    </message>
    <message>
        <source>Play count</source>
        <translation>Spielzahl</translation>
    </message>
    <message>
        <source>Play time</source>
        <translation>Spielzeit</translation>
    </message>
    <message>
        <source>Total hits</source>
        <translation>Treffer insgesamt</translation>
    </message>
    <message>
        <source>Hits per play</source>
        <translation>Treffer pro Spiel</translation>
    </message>
    <message>
        <source>Ranked score</source>
        <translation>Ranked Score</translation>
    </message>
    <message>
        <source>Replays watched by others</source>
        <translation>Replays von anderen angesehen</translation>
    </message>
    <message>
        <source>Global rank, {keys}</source>
        <translation>Globaler Rang, {keys}</translation>
    </message>
    <message>
        <source>Daily challenges</source>
        <translation>Daily Challenges</translation>
    </message>
    <message>
        <source>Hides when they are online</source>
        <translation>Zeigt nicht, wann er online ist</translation>
    </message>
    <message>
        <source>Player {id}</source>
        <translation>Spieler {id}</translation>
    </message>
    <message>
        <source>This player&apos;s account was deleted.</source>
        <translation>Das Konto dieses Spielers wurde gelöscht.</translation>
    </message>
    <message>
        <source>{name} is a bot: a program that osu! runs, not a player.</source>
        <translation>{name} ist ein Bot: ein Programm von osu!, kein Spieler.</translation>
    </message>
    <message>
        <source>This account is restricted: nobody but you sees this profile.</source>
        <translation>Dieses Konto ist eingeschränkt: Nur du siehst dieses Profil.</translation>
    </message>
    <message>
        <source>osu! sent no figures of {name} in {ruleset}.</source>
        <translation>osu! hat keine Werte von {name} in {ruleset} geschickt.</translation>
    </message>
    <message>
        <source>{name} has never played {ruleset}.</source>
        <translation>{name} hat {ruleset} noch nie gespielt.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Formerly {names}</source>
        <translation>Früher {names}</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Whether they are online, or when they last were</source>
        <translation>Ob der Spieler online ist, oder wann zuletzt</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>when a player was last seen</comment>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>They hide when they are online</source>
        <translation>Zeigt nicht, wann er online ist</translation>
    </message>
    <message>
        <source>pp apart</source>
        <translation>pp-Diff.</translation>
    </message>
    <message>
        <source>Up where {left} has more pp, down where {right} has</source>
        <translation>Aufwärts, wo {left} mehr pp hat, abwärts, wo {right} mehr hat</translation>
    </message>
    <message>
        <source>Performance points of {name}</source>
        <translation>Performance-Punkte von {name}</translation>
    </message>
    <message>
        <source>Accuracy of {name}</source>
        <translation>Genauigkeit von {name}</translation>
    </message>
    <message>
        <source>Mods of {name}</source>
        <translation>Mods von {name}</translation>
    </message>
    <message>
        <source>Grade of {name}</source>
        <translation>Note von {name}</translation>
    </message>
    <message>
        <source>Position in this ranking</source>
        <translation>Position in dieser Rangliste</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Change of rank over 30 days</source>
        <translation>Änderung des Rangs in 30 Tagen</translation>
    </message>
    <message>
        <source>Up {ranks} since 30 days ago</source>
        <translation>{ranks} Plätze höher als vor 30 Tagen</translation>
    </message>
    <message>
        <source>Down {ranks} since 30 days ago</source>
        <translation>{ranks} Plätze tiefer als vor 30 Tagen</translation>
    </message>
    <message>
        <source>No rank 30 days ago</source>
        <translation>Vor 30 Tagen ohne Rang</translation>
    </message>
    <message>
        <source>The same rank as 30 days ago</source>
        <translation>Derselbe Rang wie vor 30 Tagen</translation>
    </message>
    <message>
        <source>{silver} silver, {gold} gold</source>
        <translation>{silver} silberne, {gold} goldene</translation>
    </message>
    <message>
        <source>How many {grade} grades, silver and gold together</source>
        <translation>Wie viele {grade}-Noten, silberne und goldene zusammen</translation>
    </message>
    <message>
        <source>How many {grade} grades</source>
        <translation>Wie viele {grade}-Noten</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>Rank in the whole performance ranking</source>
        <translation>Rang in der ganzen Performance-Rangliste</translation>
    </message>
    <message>
        <source>Performance points</source>
        <translation>Performance-Punkte</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Spotlight {id}</source>
        <translation>Spotlight {id}</translation>
    </message>
    <message>
        <source>Active players</source>
        <translation>Aktive Spieler</translation>
    </message>
    <message>
        <source>Avg. score</source>
        <translation>Ø Score</translation>
    </message>
    <message>
        <source>Avg. pp</source>
        <translation>Ø pp</translation>
    </message>
    <message>
        <source>Performance points, added up as osu! does it</source>
        <translation>Performance-Punkte, so addiert wie von osu!</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>short name of a team</comment>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Kudosu earned</source>
        <translation>Kudosu verdient</translation>
    </message>
    <message>
        <source>All kudosu this player was ever given</source>
        <translation>Alles Kudosu, das dieser Spieler je bekam</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Kudosu not yet spent</source>
        <translation>Noch nicht ausgegebenes Kudosu</translation>
    </message>
    <message>
        <source>Without its beatmap the replay cannot be judged.</source>
        <translation>Ohne seine Beatmap lässt sich das Replay nicht auswerten.</translation>
    </message>
    <message>
        <source>The replay is not judged.</source>
        <translation>Das Replay ist nicht beurteilt.</translation>
    </message>
    <message>
        <source>Distance at the catch</source>
        <translation>Abstand beim Fangen</translation>
    </message>
    <message>
        <source>Hit errors</source>
        <translation>Hit-Fehler</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Frame times</source>
        <translation>Frame-Zeiten</translation>
    </message>
    <message>
        <source>Turns and dashes a second</source>
        <translation>Wenden und Dashes pro Sekunde</translation>
    </message>
    <message>
        <source>Key presses a second</source>
        <translation>Tastendrücke pro Sekunde</translation>
    </message>
    <message>
        <source>{median} ms, the longest {longest} ms</source>
        <translation>{median} ms, höchstens {longest} ms</translation>
    </message>
    <message>
        <source>no frame</source>
        <translation>kein Frame</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>caught</source>
        <translation>gefangen</translation>
    </message>
    <message>
        <source>{title} in the song&apos;s time, at {rate}x</source>
        <translation>{title} in der Zeit des Liedes, bei {rate}x</translation>
    </message>
    <message>
        <source>Histogram: mean {mean} {unit}, standard deviation {deviation} {unit}</source>
        <translation>Histogramm: Mittel {mean} {unit}, Standardabweichung {deviation} {unit}</translation>
    </message>
    <message>
        <source>Frame times: median {median} ms</source>
        <translation>Frame-Zeiten: Median {median} ms</translation>
    </message>
    <message>
        <source>{size} px right</source>
        <translation>{size} px rechts</translation>
    </message>
    <message>
        <source>{size} px left</source>
        <translation>{size} px links</translation>
    </message>
    <message>
        <source>{size} ms late</source>
        <translation>{size} ms zu spät</translation>
    </message>
    <message>
        <source>{size} ms early</source>
        <translation>{size} ms zu früh</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} ms and more</source>
        <translation>{time} ms und mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Frame</numerusform>
            <numerusform>%n Frames</numerusform>
        </translation>
    </message>
    <message>
        <source>{total} a second ({keys})</source>
        <translation>{total} pro Sekunde ({keys})</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Früh</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Spät</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Caught</source>
        <translation>Gefangen</translation>
    </message>
    <message>
        <source>Judged presses</source>
        <translation>Beurteilte Tastendrücke</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Mittlerer Abstand</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>Mittlerer Fehler</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Presses</source>
        <translation>Tastendrücke</translation>
    </message>
    <message>
        <source>Most presses a second</source>
        <translation>Meiste Tastendrücke pro Sekunde</translation>
    </message>
    <message>
        <source>Median frame time</source>
        <translation>Mittlere Frame-Zeit</translation>
    </message>
    <message>
        <source>Unstable rate</source>
        <translation>Unstable Rate</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht analysiert</translation>
    </message>
    <message>
        <source>Its beatmap file is not on this computer</source>
        <translation>Seine Beatmap-Datei ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>It cannot be judged</source>
        <translation>Es kann nicht beurteilt werden</translation>
    </message>
    <message>
        <source>A single file, whose folder is not watched</source>
        <translation>Eine einzelne Datei, deren Ordner nicht beobachtet wird</translation>
    </message>
    <message>
        <source>Exported by osu!</source>
        <translation>Von osu! exportiert</translation>
    </message>
    <message>
        <source>A score of osu!, which keeps the file</source>
        <translation>Ein Score von osu!, das die Datei behält</translation>
    </message>
    <message>
        <source>A score of osu!lazer, which keeps the file</source>
        <translation>Ein Score von osu!lazer, das die Datei behält</translation>
    </message>
    <message>
        <source>droplets</source>
        <translation>Tröpfchen</translation>
    </message>
    <message>
        <source>tiny droplets</source>
        <translation>winzige Tröpfchen</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>Misses</translation>
    </message>
    <message>
        <source>Unnamed file</source>
        <translation>Datei ohne Namen</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>other</source>
        <comment>ruleset</comment>
        <translation>anderer</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>Mean error</source>
        <comment>column</comment>
        <translation>Ø Fehler</translation>
    </message>
    <message>
        <source>{rate} before it is divided by the speed of the song</source>
        <translation>{rate} vor der Teilung durch das Tempo des Liedes</translation>
    </message>
    <message numerus="yes">
        <source>%n miss(es)</source>
        <translation>
            <numerusform>%n Miss</numerusform>
            <numerusform>%n Misses</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown beatmap ({checksum})</source>
        <translation>Unbekannte Beatmap ({checksum})</translation>
    </message>
    <message>
        <source>{value} ms</source>
        <translation>{value} ms</translation>
    </message>
    <message>
        <source>Star rating with the mods of the play</source>
        <translation>Sternwertung mit den Mods des Spiels</translation>
    </message>
    <message>
        <source>Performance points, computed here</source>
        <translation>Performance-Punkte, hier berechnet</translation>
    </message>
    <message>
        <source>Unstable rate: how much the timing of the hits varies, divided by the speed of the song</source>
        <translation>Unstable Rate: wie stark das Timing der Treffer schwankt, geteilt durch das Tempo des Liedes</translation>
    </message>
    <message>
        <source>How early (-) or late (+) the hits are on average</source>
        <translation>Wie früh (-) oder spät (+) die Treffer im Mittel sind</translation>
    </message>
    <message>
        <source>Slider breaks</source>
        <translation>Breaks</translation>
    </message>
    <message>
        <source>Never broken</source>
        <translation>Nie unterbrochen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Game version</source>
        <translation>Spielversion</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Why a file cannot be read, or has no figures</source>
        <translation>Warum eine Datei nicht gelesen werden kann oder keine Werte hat</translation>
    </message>
    <message>
        <source>Computed here: {formula}</source>
        <translation>Hier berechnet: {formula}</translation>
    </message>
    <message>
        <source>The hits that were judged here are not exactly those in the file&apos;s header</source>
        <translation>Die hier beurteilten Treffer sind nicht genau die aus dem Kopf der Datei</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>No beatmap</source>
        <translation>Keine Beatmap</translation>
    </message>
    <message>
        <source>UR {rate}</source>
        <translation>UR {rate}</translation>
    </message>
    <message>
        <source>Misses over the song</source>
        <translation>Misses im Lauf des Liedes</translation>
    </message>
    <message>
        <source>Replays</source>
        <translation>Replays</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>Mean UR</source>
        <translation>Mittlere UR</translation>
    </message>
    <message>
        <source>Median UR</source>
        <translation>Median-UR</translation>
    </message>
    <message>
        <source>Best UR</source>
        <translation>Beste UR</translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation>Mittlere Genauigkeit</translation>
    </message>
    <message>
        <source>Misses a play</source>
        <translation>Misses pro Spiel</translation>
    </message>
    <message>
        <source>Without a miss</source>
        <translation>Ohne Miss</translation>
    </message>
    <message>
        <source>Most pp</source>
        <translation>Meiste pp</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>{time} ms early</source>
        <translation>{time} ms zu früh</translation>
    </message>
    <message>
        <source>{time} ms late</source>
        <translation>{time} ms zu spät</translation>
    </message>
    <message>
        <source>{start}-{end} % of the song</source>
        <translation>{start}-{end} % des Liedes</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Unknown beatmap</source>
        <translation>Unbekannte Beatmap</translation>
    </message>
    <message>
        <source>Best pp</source>
        <translation>Beste pp</translation>
    </message>
    <message>
        <source>Of the best play</source>
        <translation>Des besten Spiels</translation>
    </message>
    <message>
        <source>Fewest misses</source>
        <translation>Min. Misses</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No replay</source>
        <translation>Kein Replay</translation>
    </message>
    <message>
        <source>Was there</source>
        <translation>War schon da</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>Platz in der Warteschlange</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Number of requests so far</source>
        <translation>Anzahl der Anfragen bisher</translation>
    </message>
    <message>
        <source>Why it failed, or a note about the file</source>
        <translation>Warum es fehlschlug, oder ein Hinweis zur Datei</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Tried again at {moment}.</source>
        <translation>Neuer Versuch um {moment}.</translation>
    </message>
    <message>
        <source>{size} B</source>
        <comment>bytes</comment>
        <translation>{size} B</translation>
    </message>
    <message>
        <source>Dash</source>
        <translation>Dash</translation>
    </message>
    <message>
        <source>Kat</source>
        <translation>Kat</translation>
    </message>
    <message>
        <source>Don</source>
        <translation>Don</translation>
    </message>
    <message>
        <source>slider head</source>
        <translation>Slider-Anfang</translation>
    </message>
    <message>
        <source>slider tick</source>
        <translation>Slider-Tick</translation>
    </message>
    <message>
        <source>slider repeat</source>
        <translation>Slider-Wende</translation>
    </message>
    <message>
        <source>slider end</source>
        <translation>Slider-Ende</translation>
    </message>
    <message>
        <source>slider</source>
        <translation>Slider</translation>
    </message>
    <message>
        <source>spinner</source>
        <translation>Spinner</translation>
    </message>
    <message>
        <source>drum roll</source>
        <translation>Trommelwirbel</translation>
    </message>
    <message>
        <source>hold note</source>
        <translation>Haltenote</translation>
    </message>
    <message>
        <source>hold note head</source>
        <translation>Anfang der Haltenote</translation>
    </message>
    <message>
        <source>hold note tail</source>
        <translation>Ende der Haltenote</translation>
    </message>
    <message>
        <source>fruit</source>
        <translation>Frucht</translation>
    </message>
    <message>
        <source>droplet</source>
        <translation>Tröpfchen</translation>
    </message>
    <message>
        <source>tiny droplet</source>
        <translation>winziges Tröpfchen</translation>
    </message>
    <message>
        <source>banana</source>
        <translation>Banane</translation>
    </message>
    <message>
        <source>Missed at {moment}</source>
        <translation>Verfehlt bei {moment}</translation>
    </message>
    <message>
        <source>{missed}, column {number}</source>
        <translation>{missed}, Spalte {number}</translation>
    </message>
    <message>
        <source>{missed}: {distance} px beside the plate</source>
        <translation>{missed}: {distance} px neben dem Teller</translation>
    </message>
    <message>
        <source>{missed}: no press near it</source>
        <translation>{missed}: kein Tastendruck in der Nähe</translation>
    </message>
    <message>
        <source>{missed}: pressed the other colour, in time</source>
        <translation>{missed}: die andere Farbe gedrückt, rechtzeitig</translation>
    </message>
    <message>
        <source>{missed}: pressed in time</source>
        <translation>{missed}: rechtzeitig gedrückt</translation>
    </message>
    <message>
        <source>{missed}: pressed the other colour, {time} ms late</source>
        <translation>{missed}: die andere Farbe gedrückt, {time} ms zu spät</translation>
    </message>
    <message>
        <source>{missed}: pressed {time} ms late</source>
        <translation>{missed}: {time} ms zu spät gedrückt</translation>
    </message>
    <message>
        <source>{missed}: pressed the other colour, {time} ms early</source>
        <translation>{missed}: die andere Farbe gedrückt, {time} ms zu früh</translation>
    </message>
    <message>
        <source>{missed}: pressed {time} ms early</source>
        <translation>{missed}: {time} ms zu früh gedrückt</translation>
    </message>
    <message>
        <source>{missed}, {distance} px away</source>
        <translation>{missed}, {distance} px entfernt</translation>
    </message>
    <message>
        <source>Ruleset {number}</source>
        <translation>Modus {number}</translation>
    </message>
    <message>
        <source>Unknown beatmap {checksum}</source>
        <translation>Unbekannte Beatmap {checksum}</translation>
    </message>
    <message>
        <source>Untitled beatmap</source>
        <translation>Beatmap ohne Titel</translation>
    </message>
    <message>
        <source>Unnamed player</source>
        <translation>Spieler ohne Namen</translation>
    </message>
    <message>
        <source>Map started</source>
        <translation>Map begonnen</translation>
    </message>
    <message>
        <source>Map aborted</source>
        <translation>Map abgebrochen</translation>
    </message>
    <message>
        <source>Map finished</source>
        <translation>Map beendet</translation>
    </message>
    <message>
        <source>New host</source>
        <translation>Neuer Host</translation>
    </message>
    <message>
        <source>Kicked</source>
        <translation>Hinausgeworfen</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>a player left a room</comment>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Room opened</source>
        <translation>Raum geöffnet</translation>
    </message>
    <message>
        <source>Room closed</source>
        <translation>Raum geschlossen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Scores of both teams, else the best score and its player</source>
        <translation>Scores beider Teams, sonst der beste Score mit Spieler</translation>
    </message>
    <message>
        <source>Sum of the best scores on each beatmap</source>
        <translation>Summe der besten Scores auf jeder Beatmap</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Geschafft</translation>
    </message>
    <message>
        <source>Beatmaps that were passed</source>
        <translation>Geschaffte Beatmaps</translation>
    </message>
    <message>
        <source>Performance points, which osu! gives for few rooms</source>
        <translation>Performance-Punkte, die osu! nur für wenige Räume gibt</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>ohne Platz</translation>
    </message>
    <message>
        <source>You: {place}</source>
        <translation>Du: {place}</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n geschafft</numerusform>
            <numerusform>%n geschafft</numerusform>
        </translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Beatmaps of the playlist</source>
        <translation>Beatmaps der Playlist</translation>
    </message>
    <message>
        <source>Star ratings of the easiest and the hardest beatmap</source>
        <translation>Sterne der leichtesten und der schwersten Beatmap</translation>
    </message>
    <message>
        <source>How often a beatmap can be played; none for no limit</source>
        <translation>Wie oft eine Beatmap gespielt werden darf; leer ohne Grenze</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Most players</source>
        <translation>Max. Spieler</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Beatmap now</source>
        <translation>Jetzige Beatmap</translation>
    </message>
    <message>
        <source>Whether osu! lists it first</source>
        <translation>Ob osu! ihn zuerst nennt</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Whether a password is needed to join</source>
        <translation>Ob ein Passwort zum Beitreten nötig ist</translation>
    </message>
    <message numerus="yes">
        <source>%n of them still to be played</source>
        <translation>
            <numerusform>%n davon noch zu spielen</numerusform>
            <numerusform>%n davon noch zu spielen</numerusform>
        </translation>
    </message>
    <message>
        <source>Your plays</source>
        <translation>Von dir</translation>
    </message>
    <message>
        <source>How often you have played it in this room</source>
        <translation>Wie oft du sie in diesem Raum gespielt hast</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Picked by</source>
        <translation>Gewählt von</translation>
    </message>
    <message>
        <source>Who added it</source>
        <translation>Wer sie hinzugefügt hat</translation>
    </message>
    <message>
        <source>Freestyle</source>
        <translation>Freestyle</translation>
    </message>
    <message>
        <source>Whether players choose difficulty and ruleset</source>
        <translation>Ob die Spieler Schwierigkeit und Modus wählen</translation>
    </message>
    <message>
        <source>Deleted beatmap {id}</source>
        <translation>Gelöschte Beatmap {id}</translation>
    </message>
    <message>
        <source>Mods that are required</source>
        <translation>Vorgeschriebene Mods</translation>
    </message>
    <message>
        <source>Mods that are allowed</source>
        <translation>Erlaubte Mods</translation>
    </message>
    <message>
        <source>A password is needed to join</source>
        <translation>Zum Beitreten ist ein Passwort nötig</translation>
    </message>
    <message>
        <source>Intros are skipped for all</source>
        <translation>Intros werden für alle übersprungen</translation>
    </message>
    <message>
        <source>Host: {player}</source>
        <translation>Host: {player}</translation>
    </message>
    <message>
        <source>Opened {moment}, {age}</source>
        <translation>Geöffnet {moment}, {age}</translation>
    </message>
    <message>
        <source>{start} to {end} UTC</source>
        <translation>{start} bis {end} UTC</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s)</source>
        <translation>
            <numerusform>Schließt in %n Tag</numerusform>
            <numerusform>Schließt in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n hour(s)</source>
        <translation>
            <numerusform>Schließt in %n Stunde</numerusform>
            <numerusform>Schließt in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n minute(s)</source>
        <translation>
            <numerusform>Schließt in %n Minute</numerusform>
            <numerusform>Schließt in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) at each beatmap</source>
        <translation>
            <numerusform>%n Versuch pro Beatmap</numerusform>
            <numerusform>%n Versuche pro Beatmap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %n player(s)</source>
        <translation>
            <numerusform>Platz für %n Spieler</numerusform>
            <numerusform>Platz für %n Spieler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) completed</source>
        <translation>
            <numerusform>%n Beatmap geschafft</numerusform>
            <numerusform>%n Beatmaps geschafft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>You: {figures}</source>
        <translation>Du: {figures}</translation>
    </message>
    <message>
        <source>Host: a deleted player</source>
        <translation>Host: ein gelöschter Spieler</translation>
    </message>
    <message>
        <source>Closes in less than a minute</source>
        <translation>Schließt in weniger als einer Minute</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Daily challenge</source>
        <translation>Daily Challenge</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>Team versus</source>
        <translation>Team Versus</translation>
    </message>
    <message>
        <source>Matchmaking</source>
        <translation>Matchmaking</translation>
    </message>
    <message>
        <source>Ranked play</source>
        <translation>Ranked Play</translation>
    </message>
    <message>
        <source>The host chooses beatmaps</source>
        <translation>Der Host wählt die Beatmaps</translation>
    </message>
    <message>
        <source>All players choose beatmaps</source>
        <translation>Alle Spieler wählen Beatmaps</translation>
    </message>
    <message>
        <source>All players choose beatmaps in turn</source>
        <translation>Alle Spieler wählen reihum Beatmaps</translation>
    </message>
    <message>
        <source>Room {id}</source>
        <translation>Raum {id}</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a room</comment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>playing</source>
        <comment>a room</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a room</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>a room</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Playing</source>
        <comment>a room</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a room</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>The longest combo</source>
        <translation>Die längste Combo</translation>
    </message>
    <message>
        <source>osu! gives no pp for this score</source>
        <translation>osu! gibt für diesen Score keine pp</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>What it adds to the player&apos;s pp</source>
        <translation>Was es zu den pp des Spielers beiträgt</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>How much of its pp counts</source>
        <translation>Wie viel seiner pp zählt</translation>
    </message>
    <message>
        <source>Whether the replay can be saved</source>
        <translation>Ob das Replay gespeichert werden kann</translation>
    </message>
    <message>
        <source>Its replay can be saved</source>
        <translation>Das Replay kann gespeichert werden</translation>
    </message>
    <message>
        <source>osu! has no replay of this score</source>
        <translation>osu! hat kein Replay dieses Scores</translation>
    </message>
    <message>
        <source>All scores of {name} here</source>
        <translation>Alle Scores von {name} hier</translation>
    </message>
    <message numerus="yes">
        <source>%n of other mods left out</source>
        <translation>
            <numerusform>%n mit anderen Mods weggelassen</numerusform>
            <numerusform>%n mit anderen Mods weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n player(s) on this leaderboard</source>
        <translation>
            <numerusform>%n Spieler auf dieser Bestenliste</numerusform>
            <numerusform>%n Spieler auf dieser Bestenliste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s) on {boards} leaderboards</source>
        <translation>
            <numerusform>%n Score auf {boards} Bestenlisten</numerusform>
            <numerusform>%n Scores auf {boards} Bestenlisten</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}; none is missing down to #{place}, some may be below.</source>
        <translation>{counts}; bis #{place} fehlt keiner, darunter vielleicht welche.</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between mods</comment>
        <translation>oder</translation>
    </message>
    <message numerus="yes">
        <source>%n with {mods} or of other countries left out</source>
        <translation>
            <numerusform>%n mit {mods} oder aus anderen Ländern weggelassen</numerusform>
            <numerusform>%n mit {mods} oder aus anderen Ländern weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with {mods} left out</source>
        <translation>
            <numerusform>%n mit {mods} weggelassen</numerusform>
            <numerusform>%n mit {mods} weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other countries left out</source>
        <translation>
            <numerusform>%n aus anderen Ländern weggelassen</numerusform>
            <numerusform>%n aus anderen Ländern weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>Great</source>
        <translation>Great</translation>
    </message>
    <message>
        <source>Ok</source>
        <translation>Ok</translation>
    </message>
    <message>
        <source>Meh</source>
        <translation>Meh</translation>
    </message>
    <message>
        <source>Fruits</source>
        <translation>Früchte</translation>
    </message>
    <message>
        <source>Fruits caught</source>
        <translation>Gefangene Früchte</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>Tropfen</translation>
    </message>
    <message>
        <source>Drops caught</source>
        <translation>Gefangene Tropfen</translation>
    </message>
    <message>
        <source>Droplets</source>
        <translation>Tröpfchen</translation>
    </message>
    <message>
        <source>Droplets caught</source>
        <translation>Gefangene Tröpfchen</translation>
    </message>
    <message>
        <source>Lost droplets</source>
        <translation>Verlorene Tröpfchen</translation>
    </message>
    <message>
        <source>Droplets that were not caught</source>
        <translation>Nicht gefangene Tröpfchen</translation>
    </message>
    <message>
        <source>Perfect</source>
        <translation>Perfect</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Place in this list</source>
        <translation>Platz in dieser Liste</translation>
    </message>
    <message>
        <source>Classic score</source>
        <translation>Classic-Score</translation>
    </message>
    <message>
        <source>The score as lazer&apos;s classic display shows it</source>
        <translation>Der Score, wie ihn die klassische Anzeige von lazer zeigt</translation>
    </message>
    <message>
        <source>Stable score</source>
        <translation>Stable-Score</translation>
    </message>
    <message>
        <source>The score in stable; lazer&apos;s scores have none</source>
        <translation>Der Score in stable; Scores aus lazer haben keinen</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Miss</translation>
    </message>
    <message>
        <source>Standardised score, by which lazer orders its boards</source>
        <translation>Standardisierter Score, nach dem lazer seine Bestenlisten ordnet</translation>
    </message>
    <message>
        <source>Full combo: never broken</source>
        <translation>Full Combo: nie unterbrochen</translation>
    </message>
    <message>
        <source>Whether the combo was never broken</source>
        <translation>Ob die Combo nie unterbrochen wurde</translation>
    </message>
    <message>
        <source>Whether it was set in osu!(stable) or osu!(lazer)</source>
        <translation>Ob er in osu!(stable) oder osu!(lazer) gespielt wurde</translation>
    </message>
    <message>
        <source>No mods</source>
        <translation>Keine Mods</translation>
    </message>
    <message>
        <source>{mods} optional</source>
        <translation>{mods} optional</translation>
    </message>
    <message>
        <source>without {mods}</source>
        <translation>ohne {mods}</translation>
    </message>
    <message>
        <source>Any mods</source>
        <translation>Alle Mods</translation>
    </message>
    <message>
        <source>Droplets missed</source>
        <translation>Verlorene Tröpfchen</translation>
    </message>
    <message>
        <source>Small ticks hit</source>
        <translation>Kleine Ticks getroffen</translation>
    </message>
    <message>
        <source>Small ticks missed</source>
        <translation>Kleine Ticks verfehlt</translation>
    </message>
    <message>
        <source>Large ticks hit</source>
        <translation>Große Ticks getroffen</translation>
    </message>
    <message>
        <source>Large ticks missed</source>
        <translation>Große Ticks verfehlt</translation>
    </message>
    <message>
        <source>Slider ends hit</source>
        <translation>Slider-Enden getroffen</translation>
    </message>
    <message>
        <source>Small bonus</source>
        <translation>Kleiner Bonus</translation>
    </message>
    <message>
        <source>Large bonus</source>
        <translation>Großer Bonus</translation>
    </message>
    <message>
        <source>Hit without effect</source>
        <translation>Treffer ohne Wirkung</translation>
    </message>
    <message>
        <source>Missed without effect</source>
        <translation>Verfehlt ohne Wirkung</translation>
    </message>
    <message>
        <source>Combo breaks</source>
        <translation>Combo-Breaks</translation>
    </message>
    <message>
        <source>Other combo</source>
        <translation>Andere Combo</translation>
    </message>
    <message>
        <source>Slider ticks hit</source>
        <translation>Slider-Ticks getroffen</translation>
    </message>
    <message>
        <source>Slider ticks missed</source>
        <translation>Slider-Ticks verfehlt</translation>
    </message>
    <message>
        <source>Slider ends missed</source>
        <translation>Slider-Enden verfehlt</translation>
    </message>
    <message>
        <source>Spinner spins</source>
        <translation>Spinner-Drehungen</translation>
    </message>
    <message>
        <source>Spinner bonus</source>
        <translation>Spinner-Bonus</translation>
    </message>
    <message>
        <source>Drum roll ticks</source>
        <translation>Trommelwirbel-Ticks</translation>
    </message>
    <message>
        <source>Large notes hit with both</source>
        <translation>Große Noten mit beiden getroffen</translation>
    </message>
    <message>
        <source>Drops missed</source>
        <translation>Verlorene Tropfen</translation>
    </message>
    <message>
        <source>Bananas caught</source>
        <translation>Gefangene Bananen</translation>
    </message>
    <message>
        <source>Standardised score</source>
        <translation>Standardisierter Score</translation>
    </message>
    <message>
        <source>As lazer&apos;s classic display has it</source>
        <translation>Wie in der klassischen Anzeige von lazer</translation>
    </message>
    <message>
        <source>The score in stable</source>
        <translation>Der Score in stable</translation>
    </message>
    <message>
        <source>Without mods</source>
        <translation>Ohne Mods</translation>
    </message>
    <message>
        <source>Before the factors of mods</source>
        <translation>Vor den Faktoren der Mods</translation>
    </message>
    <message>
        <source>{pp} pp ({share})</source>
        <translation>{pp} pp ({share})</translation>
    </message>
    <message>
        <source>Global place</source>
        <translation>Globaler Platz</translation>
    </message>
    <message>
        <source>Country place</source>
        <translation>Platz im Land</translation>
    </message>
    <message>
        <source>Replay watched</source>
        <translation>Replay angesehen</translation>
    </message>
    <message>
        <source>Times that the replay was watched</source>
        <translation>Wie oft das Replay angesehen wurde</translation>
    </message>
    <message>
        <source>{combo}x of {most}x</source>
        <translation>{combo}x von {most}x</translation>
    </message>
    <message>
        <source>{combo}, full combo</source>
        <translation>{combo}, Full Combo</translation>
    </message>
    <message>
        <source>{game}, build {id}</source>
        <translation>{game}, Build {id}</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} von {most}</translation>
    </message>
    <message>
        <source>Not on the leaderboard</source>
        <translation>Nicht auf der Bestenliste</translation>
    </message>
    <message>
        <source>A failed play gives no pp</source>
        <translation>Ein gescheitertes Spiel gibt keine pp</translation>
    </message>
    <message>
        <source>osu! has not computed it yet</source>
        <translation>osu! hat es noch nicht berechnet</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Stable does not record it</source>
        <translation>Stable zeichnet ihn nicht auf</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>{state}, not ranked</source>
        <translation>{state}, nicht Ranked</translation>
    </message>
    <message>
        <source>Score id</source>
        <translation>Score-ID</translation>
    </message>
    <message>
        <source>Stable id</source>
        <translation>Stable-ID</translation>
    </message>
    <message>
        <source>Id within the ruleset</source>
        <translation>ID innerhalb des Modus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Unknown player</source>
        <translation>Unbekannter Spieler</translation>
    </message>
    <message>
        <source>mapped by {mapper}</source>
        <translation>gemappt von {mapper}</translation>
    </message>
    <message>
        <source>{player} on {song}</source>
        <translation>{player} auf {song}</translation>
    </message>
    <message>
        <source>{difficulty}, converted to {ruleset}</source>
        <translation>{difficulty}, konvertiert zu {ruleset}</translation>
    </message>
    <message>
        <source>This play was failed: it is on no leaderboard.</source>
        <translation>Dieses Spiel ist gescheitert: Es steht auf keiner Bestenliste.</translation>
    </message>
    <message>
        <source>osu! has not processed this score yet: pp and places may be missing.</source>
        <translation>osu! hat diesen Score noch nicht verarbeitet: pp und Plätze können fehlen.</translation>
    </message>
    <message>
        <source>The beatmap of this score is not on osu! any more.</source>
        <translation>Die Beatmap dieses Scores gibt es auf osu! nicht mehr.</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Letzter Besuch</translation>
    </message>
    <message>
        <source>Formerly</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Suche: {words}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>a page that was seen</comment>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Seen lately</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Found players in it</source>
        <translation>Gefundene Spieler darin</translation>
    </message>
    <message>
        <source>Players of the same search who are in this team</source>
        <translation>Spieler derselben Suche, die in diesem Team sind</translation>
    </message>
    <message>
        <source>Team {id}</source>
        <translation>Team {id}</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Groups of osu! they are in</source>
        <translation>Ihre Gruppen auf osu!</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Whether they were there in the last 30 days</source>
        <translation>Ob der Spieler in den letzten 30 Tagen da war</translation>
    </message>
    <message>
        <source>Leader: {player}</source>
        <translation>Leiter: {player}</translation>
    </message>
    <message>
        <source>Founded {day}</source>
        <translation>Gegründet am {day}</translation>
    </message>
    <message>
        <source>Open to new members</source>
        <translation>Offen für neue Mitglieder</translation>
    </message>
    <message>
        <source>Closed to new members</source>
        <translation>Keine neuen Mitglieder</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) free</source>
        <translation>
            <numerusform>%n Platz frei</numerusform>
            <numerusform>%n Plätze frei</numerusform>
        </translation>
    </message>
    <message>
        <source>No place free</source>
        <translation>Kein Platz frei</translation>
    </message>
    <message>
        <source>{value} a member</source>
        <translation>{value} pro Mitglied</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <comment>7 Jul 2017</comment>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <comment>7 Jul</comment>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <comment>Jul 2017</comment>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <comment>7 Jul 2017, 13:05</comment>
        <translation>{day}, {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>vor {count} min</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>vor {count} h</translation>
    </message>
    <message>
        <source>{count} d ago</source>
        <translation>vor {count} Tg.</translation>
    </message>
    <message>
        <source>{moment} UTC</source>
        <translation>{moment} UTC</translation>
    </message>
    <message>
        <source>seen {age}</source>
        <translation>gesehen {age}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>This page goes on: it is too long to be shown whole. The web browser has the rest.</source>
        <translation>Diese Seite geht weiter: Sie ist zu lang, um ganz gezeigt zu werden. Der Rest steht im Browser.</translation>
    </message>
    <message>
        <source>This page is a stub: it says little about its subject yet.</source>
        <translation>Diese Seite ist ein Entwurf: Sie sagt noch wenig über ihr Thema.</translation>
    </message>
    <message>
        <source>This page does not meet the standards of the wiki yet: it has to be tidied.</source>
        <translation>Diese Seite entspricht noch nicht den Regeln des Wikis: Sie muss überarbeitet werden.</translation>
    </message>
    <message>
        <source>This page is out of date: some of it is no longer true.</source>
        <translation>Diese Seite ist veraltet: Einiges darauf stimmt nicht mehr.</translation>
    </message>
    <message>
        <source>This translation is out of date. The {english} may say more.</source>
        <translation>Diese Übersetzung ist veraltet. Mehr sagt vielleicht die {english}.</translation>
    </message>
    <message>
        <source>This translation was not checked by a native speaker. Where it is unclear, the {english} counts.</source>
        <translation>Diese Übersetzung wurde von keinem Muttersprachler geprüft. Wo sie unklar ist, gilt die {english}.</translation>
    </message>
    <message>
        <source>This translation is for information only: the {english} is what binds.</source>
        <translation>Diese Übersetzung dient nur der Information: Verbindlich ist die {english}.</translation>
    </message>
    <message numerus="yes">
        <source>in %n language(s)</source>
        <translation>
            <numerusform>in %n Sprache</numerusform>
            <numerusform>in %n Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>This page is not translated into {asked}: it is shown in {shown}.</source>
        <translation>Diese Seite gibt es nicht auf {asked}: Sie wird auf {shown} gezeigt.</translation>
    </message>
    <message>
        <source>English page</source>
        <translation>englische Seite</translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation>Ranglisten</translation>
    </message>
    <message>
        <source>Beatmapset</source>
        <translation>Beatmapset</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <comment>players of nearly the same rank</comment>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Beatmap packs</source>
        <translation>Beatmap-Packs</translation>
    </message>
    <message>
        <source>Beatmap pack</source>
        <translation>Beatmap-Pack</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Changelog</source>
        <translation>Changelog</translation>
    </message>
    <message>
        <source>News</source>
        <translation>News</translation>
    </message>
    <message>
        <source>News post</source>
        <translation>News-Beitrag</translation>
    </message>
    <message>
        <source>Wiki</source>
        <translation>Wiki</translation>
    </message>
    <message>
        <source>Forum</source>
        <translation>Forum</translation>
    </message>
    <message>
        <source>Forum topic</source>
        <translation>Forenthema</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gefolgtes</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>not an address of osu!</source>
        <translation>keine Adresse von osu!</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>redirected to another host</source>
        <translation>an einen anderen Host umgeleitet</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>Status {status}</translation>
    </message>
    <message>
        <source>Sounds cannot be played on this system: miniaudio is not installed.</source>
        <translation>Töne können auf diesem System nicht abgespielt werden: miniaudio ist nicht installiert.</translation>
    </message>
    <message>
        <source>No sound device answers.</source>
        <translation>Kein Tongerät antwortet.</translation>
    </message>
    <message>
        <source>Is one connected, and not in use by another program?</source>
        <translation>Ist eines angeschlossen und von keinem anderen Programm belegt?</translation>
    </message>
    <message>
        <source>osu! has no preview of this song.</source>
        <translation>osu! hat keine Vorschau dieses Liedes.</translation>
    </message>
    <message>
        <source>The sound device has stopped answering.</source>
        <translation>Das Tongerät antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The preview could not be loaded: osu! does not answer.</source>
        <translation>Die Vorschau konnte nicht geladen werden: osu! antwortet nicht.</translation>
    </message>
    <message>
        <source>The preview could not be loaded: {failure}.</source>
        <translation>Die Vorschau konnte nicht geladen werden: {failure}.</translation>
    </message>
    <message>
        <source>This preview is damaged: it cannot be played.</source>
        <translation>Diese Vorschau ist beschädigt: Sie kann nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>This preview is empty: there is nothing to play.</source>
        <translation>Diese Vorschau ist leer: Es gibt nichts abzuspielen.</translation>
    </message>
    <message>
        <source>osu!.db cannot be read whole.</source>
        <translation>osu!.db kann nicht ganz gelesen werden.</translation>
    </message>
    <message>
        <source>osu!.db is too large to be read.</source>
        <translation>osu!.db ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>osu!.db is empty.</source>
        <translation>osu!.db ist leer.</translation>
    </message>
    <message>
        <source>The installed osu! cannot be read now.</source>
        <translation>Das installierte osu! kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reading the installed osu! took too long, or too much memory.</source>
        <translation>Das Lesen des installierten osu! brauchte zu viel Zeit oder Speicher.</translation>
    </message>
    <message>
        <source>The files of the installed osu! cannot be read ({error}).</source>
        <translation>Die Dateien des installierten osu! können nicht gelesen werden ({error}).</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>The marks of beatmaps</source>
        <translation>Die Markierungen von Beatmaps</translation>
    </message>
    <message>
        <source>This is no osu!.db, or one of an unknown version.</source>
        <translation>Das ist keine osu!.db, oder eine von unbekannter Version.</translation>
    </message>
    <message>
        <source>The database is cut off.</source>
        <translation>Die Datenbank ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The database is damaged: it names more entries than it can have.</source>
        <translation>Die Datenbank ist beschädigt: Sie nennt mehr Einträge, als sie haben kann.</translation>
    </message>
    <message>
        <source>The database has something else in place of a text.</source>
        <translation>Die Datenbank hat etwas anderes anstelle eines Textes.</translation>
    </message>
    <message>
        <source>The database has a text of endless length.</source>
        <translation>Die Datenbank hat einen Text von endloser Länge.</translation>
    </message>
    <message>
        <source>What you see is not kept at the moment: {cause} ({folder}).</source>
        <translation>Was du siehst, wird gerade nicht behalten: {cause} ({folder}).</translation>
    </message>
    <message>
        <source>What was seen before was damaged. It starts anew.</source>
        <translation>Die Liste des zuletzt Gesehenen war beschädigt. Sie beginnt neu.</translation>
    </message>
    <message>
        <source>What was seen before was damaged. It starts anew; the old file is {aside}.</source>
        <translation>Die Liste des zuletzt Gesehenen war beschädigt. Sie beginnt neu; die alte Datei ist {aside}.</translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation>die Festplatte verweigert es</translation>
    </message>
    <message>
        <source>Insane</source>
        <translation>Insane</translation>
    </message>
    <message>
        <source>1 byte follows its end.</source>
        <translation>Nach ihrem Ende folgt 1 Byte.</translation>
    </message>
    <message>
        <source>{count} bytes follow its end.</source>
        <translation>Nach ihrem Ende folgen {count} Bytes.</translation>
    </message>
    <message>
        <source>It is of {found}, not of {mode}.</source>
        <translation>Es ist von {found}, nicht von {mode}.</translation>
    </message>
    <message>
        <source>Its combo is {found}, not {combo}.</source>
        <translation>Seine Combo ist {found}, nicht {combo}.</translation>
    </message>
    <message>
        <source>It is of score {id}.</source>
        <translation>Es ist vom Score {id}.</translation>
    </message>
    <message>
        <source>Its score is {found}, not {total}.</source>
        <translation>Sein Score ist {found}, nicht {total}.</translation>
    </message>
    <message>
        <source>It is not there any more: connect its drive, or choose another one.</source>
        <translation>Er ist nicht mehr da: sein Laufwerk anschließen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>It cannot be made ({strerror}).</source>
        <translation>Er kann nicht angelegt werden ({strerror}).</translation>
    </message>
    <message>
        <source>Replays cannot be saved in {folder}.</source>
        <translation>In {folder} können keine Replays gespeichert werden.</translation>
    </message>
    <message>
        <source>The file that osu! sent is damaged.</source>
        <translation>Die von osu! gesendete Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>osu! sent the replay of another score.</source>
        <translation>osu! hat das Replay eines anderen Scores gesendet.</translation>
    </message>
    <message>
        <source>It was played on another version of the beatmap.</source>
        <translation>Es wurde auf einer anderen Version der Beatmap gespielt.</translation>
    </message>
    <message>
        <source>The hash in the file does not fit its score.</source>
        <translation>Der Hash in der Datei passt nicht zu ihrem Score.</translation>
    </message>
    <message>
        <source>There are too many files called {name}.</source>
        <translation>Zu viele Dateien heißen {name}.</translation>
    </message>
    <message>
        <source>Choose another name template.</source>
        <translation>Eine andere Namensvorlage wählen.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>Make room for {folder}, or choose another folder.</source>
        <translation>In {folder} Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more.</source>
        <translation>Den Ordner {folder} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Nothing can be written into {folder}.</source>
        <translation>In {folder} kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>A replay could not be written into {folder}.</source>
        <translation>Ein Replay konnte nicht in {folder} geschrieben werden.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>Das System meldet: {reason}.</translation>
    </message>
    <message>
        <source>This replay is in the queue already.</source>
        <translation>Dieses Replay ist schon in der Warteschlange.</translation>
    </message>
    <message>
        <source>This replay is on this computer already.</source>
        <translation>Dieses Replay ist schon auf diesem Computer.</translation>
    </message>
    <message>
        <source>Something in osubrowser went wrong.</source>
        <translation>In osubrowser ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>The list of downloads cannot be opened ({strerror}).</source>
        <translation>Die Liste der Downloads kann nicht geöffnet werden ({strerror}).</translation>
    </message>
    <message>
        <source>The list of downloads cannot be opened: the disk may be full.</source>
        <translation>Die Liste der Downloads kann nicht geöffnet werden: Vielleicht ist die Festplatte voll.</translation>
    </message>
    <message>
        <source>The queue holds {count} replays at most.</source>
        <translation>Die Warteschlange fasst höchstens {count} Replays.</translation>
    </message>
    <message>
        <source>Clear the finished ones.</source>
        <translation>Die fertigen entfernen.</translation>
    </message>
    <message>
        <source>The list of downloads is not open.</source>
        <translation>Die Liste der Downloads ist nicht offen.</translation>
    </message>
    <message>
        <source>Start osubrowser again.</source>
        <translation>osubrowser neu starten.</translation>
    </message>
    <message>
        <source>The list of downloads cannot be written.</source>
        <translation>Die Liste der Downloads kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The list of downloads cannot be written: the disk may be full.</source>
        <translation>Die Liste der Downloads kann nicht geschrieben werden: Vielleicht ist die Festplatte voll.</translation>
    </message>
    <message>
        <source>Sign in to osu! to go on.</source>
        <translation>Zum Weitermachen bei osu! anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) paused</source>
        <translation>
            <numerusform>%n Replay pausiert</numerusform>
            <numerusform>%n Replays pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) downloading</source>
        <translation>
            <numerusform>%n Replay wird geladen</numerusform>
            <numerusform>%n Replays werden geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) waiting</source>
        <translation>
            <numerusform>%n Replay wartet</numerusform>
            <numerusform>%n Replays warten</numerusform>
        </translation>
    </message>
    <message>
        <source>done in {time}</source>
        <translation>fertig in {time}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {rest} min</source>
        <translation>{hours} h {rest} min</translation>
    </message>
    <message>
        <source>This text is too long to be a list of scores.</source>
        <translation>Dieser Text ist zu lang für eine Liste von Scores.</translation>
    </message>
    <message>
        <source>A player and a beatmap are needed.</source>
        <translation>Ein Spieler und eine Beatmap sind nötig.</translation>
    </message>
    <message>
        <source>The list of downloads was damaged: it is kept as {name}, and a new one begun.</source>
        <translation>Die Liste der Downloads war beschädigt: Sie wird als {name} behalten, und eine neue begonnen.</translation>
    </message>
    <message>
        <source>Some downloads could not be read from the list.</source>
        <translation>Einige Downloads konnten nicht aus der Liste gelesen werden.</translation>
    </message>
    <message>
        <source>This score has no replay.</source>
        <translation>Dieser Score hat kein Replay.</translation>
    </message>
    <message>
        <source>There is no such score.</source>
        <translation>Diesen Score gibt es nicht.</translation>
    </message>
    <message>
        <source>A key of API v1 is needed to find this replay.</source>
        <translation>Um dieses Replay zu finden, ist ein Schlüssel der API v1 nötig.</translation>
    </message>
    <message>
        <source>The server says: “{message}”</source>
        <translation>Der Server sagt: „{message}“</translation>
    </message>
    <message>
        <source>A key of API v1 is needed to download this replay.</source>
        <translation>Um dieses Replay herunterzuladen, ist ein Schlüssel der API v1 nötig.</translation>
    </message>
    <message>
        <source>osu! does not know the key of API v1.</source>
        <translation>osu! kennt den Schlüssel der API v1 nicht.</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>Eine Datei dieses Namens ist schon da.</translation>
    </message>
    <message>
        <source>osu! does not give this replay to you.</source>
        <translation>osu! gibt dir dieses Replay nicht.</translation>
    </message>
    <message>
        <source>osu! asks us to wait.</source>
        <translation>osu! bittet zu warten.</translation>
    </message>
    <message>
        <source>osu! cannot make this replay.</source>
        <translation>osu! kann dieses Replay nicht erzeugen.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut.</translation>
    </message>
    <message>
        <source>osu! cannot be reached.</source>
        <translation>osu! ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The replay is too large to be right.</source>
        <translation>Das Replay ist zu groß, um richtig zu sein.</translation>
    </message>
    <message>
        <source>osu! sent something else in place of the replay.</source>
        <translation>osu! hat etwas anderes als das Replay gesendet.</translation>
    </message>
    <message>
        <source>osu! has trouble answering.</source>
        <translation>osu! hat Schwierigkeiten zu antworten.</translation>
    </message>
    <message>
        <source>The bookmarks</source>
        <translation>Die Lesezeichen</translation>
    </message>
    <message>
        <source>The recently seen places</source>
        <translation>Die zuletzt gesehenen Seiten</translation>
    </message>
    <message>
        <source>The saved searches</source>
        <translation>Die gespeicherten Suchen</translation>
    </message>
    <message>
        <source>The bookmarks could not be written ({strerror}).</source>
        <translation>Die Lesezeichen konnten nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>This file holds no bookmarks of osubrowser.</source>
        <translation>Diese Datei enthält keine Lesezeichen von osubrowser.</translation>
    </message>
    <message>
        <source>This file of bookmarks is damaged.</source>
        <translation>Diese Datei mit Lesezeichen ist beschädigt.</translation>
    </message>
    <message>
        <source>This file of bookmarks is one of a newer version.</source>
        <translation>Diese Datei mit Lesezeichen ist von einer neueren Version.</translation>
    </message>
    <message>
        <source>This file is too large to be a history.</source>
        <translation>Diese Datei ist zu groß für einen Verlauf.</translation>
    </message>
    <message>
        <source>This file of osu!track does not say whose figures it has.</source>
        <translation>Diese Datei von osu!track sagt nicht, wessen Werte sie hat.</translation>
    </message>
    <message>
        <source>Update osubrowser first.</source>
        <translation>Zuerst osubrowser aktualisieren.</translation>
    </message>
    <message>
        <source>This file is one of a newer version.</source>
        <translation>Diese Datei ist von einer neueren Version.</translation>
    </message>
    <message>
        <source>This file does not say of which server it is.</source>
        <translation>Diese Datei sagt nicht, von welchem Server sie ist.</translation>
    </message>
    <message>
        <source>This is a history of the demo, which is a made-up world.</source>
        <translation>Dies ist ein Verlauf der Demo, einer erfundenen Welt.</translation>
    </message>
    <message>
        <source>This is a history of another server: {server}.</source>
        <translation>Dies ist ein Verlauf eines anderen Servers: {server}.</translation>
    </message>
    <message>
        <source>This file holds no history that can be read.</source>
        <translation>Diese Datei enthält keinen lesbaren Verlauf.</translation>
    </message>
    <message>
        <source>It can be an export of osubrowser, or the figures of osu!track as its API has them.</source>
        <translation>Es kann ein Export von osubrowser sein, oder die Werte von osu!track, wie seine API sie hat.</translation>
    </message>
    <message>
        <source>The file could not be read ({strerror}).</source>
        <translation>Die Datei konnte nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>This file is too large to be one of bookmarks.</source>
        <translation>Diese Datei ist zu groß für Lesezeichen.</translation>
    </message>
    <message>
        <source>{title}, page {page}</source>
        <translation>{title}, Seite {page}</translation>
    </message>
    <message>
        <source>Beatmaps with “{words}”</source>
        <translation>Beatmaps mit „{words}“</translation>
    </message>
    <message>
        <source>Search all of osu! for “{words}”</source>
        <translation>Ganz osu! nach „{words}“ durchsuchen</translation>
    </message>
    <message>
        <source>A page of osu!&apos;s website</source>
        <translation>Eine Seite der Website von osu!</translation>
    </message>
    <message>
        <source>Player with the id {id}</source>
        <translation>Spieler mit der ID {id}</translation>
    </message>
    <message>
        <source>Player named {name}</source>
        <translation>Spieler namens {name}</translation>
    </message>
    <message>
        <source>Player {name}</source>
        <translation>Spieler {name}</translation>
    </message>
    <message>
        <source>by {creator}</source>
        <translation>von {creator}</translation>
    </message>
    <message>
        <source>Beatmapset {id}</source>
        <translation>Beatmapset {id}</translation>
    </message>
    <message>
        <source>Players and scores</source>
        <translation>Spieler und Scores</translation>
    </message>
    <message>
        <source>Multiplayer</source>
        <translation>Mehrspieler</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>Rules, guides and history, in any language</source>
        <translation>Regeln, Anleitungen, alle Sprachen</translation>
    </message>
    <message>
        <source>Kudosu ranking</source>
        <translation>Kudosu-Rangliste</translation>
    </message>
    <message>
        <source>Players whose feedback helped mappers</source>
        <translation>Spieler, deren Rückmeldung Mappern half</translation>
    </message>
    <message>
        <source>Team ranking</source>
        <translation>Team-Rangliste</translation>
    </message>
    <message>
        <source>Teams by performance and score</source>
        <translation>Teams nach Performance und Score</translation>
    </message>
    <message>
        <source>One beatmap a day, for everybody</source>
        <translation>Eine Beatmap am Tag, für alle</translation>
    </message>
    <message>
        <source>Posts of the osu! team, by year</source>
        <translation>Beiträge des osu!-Teams, nach Jahr</translation>
    </message>
    <message>
        <source>What each build of the game changed</source>
        <translation>Was jeder Build des Spiels änderte</translation>
    </message>
    <message>
        <source>Boards, topics and polls, to read</source>
        <translation>Boards, Themen und Umfragen, zum Lesen</translation>
    </message>
    <message>
        <source>Comments on beatmaps, news and builds</source>
        <translation>Zu Beatmaps, News und Builds</translation>
    </message>
    <message>
        <source>Pictures of the season&apos;s contest</source>
        <translation>Bilder des Wettbewerbs der Saison</translation>
    </message>
    <message>
        <source>Your friends, and who is online</source>
        <translation>Deine Freunde, und wer online ist</translation>
    </message>
    <message>
        <source>What players just did: ranks and medals</source>
        <translation>Ränge und Medaillen der Spieler</translation>
    </message>
    <message>
        <source>The ranks around yours, and their pace</source>
        <translation>Die Ränge um deinen herum, und ihr Tempo</translation>
    </message>
    <message>
        <source>Scores of everybody, as they are set</source>
        <translation>Scores von allen, sowie sie gespielt werden</translation>
    </message>
    <message>
        <source>Playlists and live rooms of lazer</source>
        <translation>Playlists und Live-Räume von lazer</translation>
    </message>
    <message>
        <source>Matches of the stable client, game by game</source>
        <translation>Matches des stable-Clients, Spiel für Spiel</translation>
    </message>
    <message>
        <source>Beatmaps to download together</source>
        <translation>Beatmaps zum gemeinsamen Herunterladen</translation>
    </message>
    <message>
        <source>Nominations, disqualifications and ranks</source>
        <translation>Nominierungen, Disqualifikationen und Ränge</translation>
    </message>
    <message>
        <source>Problems, suggestions and praise</source>
        <translation>Probleme, Vorschläge und Lob</translation>
    </message>
    <message>
        <source>Single posts of beatmap discussions</source>
        <translation>Einzelne Beiträge aus Beatmap-Diskussionen</translation>
    </message>
    <message>
        <source>Votes on beatmap discussions</source>
        <translation>Stimmen zu Beatmap-Diskussionen</translation>
    </message>
    <message>
        <source>Artists whose music is free to map</source>
        <translation>Künstler, deren Musik frei zum Mappen ist</translation>
    </message>
    <message>
        <source>Tracks of featured artists, with previews</source>
        <translation>Stücke von Featured Artists, mit Vorschau</translation>
    </message>
    <message>
        <source>Words that players give to beatmaps</source>
        <translation>Wörter, die Spieler Beatmaps geben</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangliste</translation>
    </message>
    <message>
        <source>Beatmap events</source>
        <translation>Beatmap-Ereignisse</translation>
    </message>
    <message>
        <source>Discussions</source>
        <translation>Diskussionen</translation>
    </message>
    <message>
        <source>Discussion posts</source>
        <translation>Diskussionsbeiträge</translation>
    </message>
    <message>
        <source>Discussion votes</source>
        <translation>Diskussionsstimmen</translation>
    </message>
    <message>
        <source>Featured tracks</source>
        <translation>Titel der Featured Artists</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Seasonal backgrounds</source>
        <translation>Saison-Hintergründe</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Forum post</source>
        <translation>Forenbeitrag</translation>
    </message>
    <message>
        <source>performance ranking</source>
        <translation>Performance-Rangliste</translation>
    </message>
    <message>
        <source>score ranking</source>
        <translation>Score-Rangliste</translation>
    </message>
    <message>
        <source>country ranking</source>
        <translation>Länder-Rangliste</translation>
    </message>
    <message>
        <source>team ranking</source>
        <translation>Team-Rangliste</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>{mode} {ranking}</source>
        <comment>osu!mania 4K score ranking</comment>
        <translation>{ranking} {mode}</translation>
    </message>
    <message>
        <source>, friends</source>
        <translation>, Freunde</translation>
    </message>
    <message>
        <source>the account is managed on the website</source>
        <translation>das Konto wird auf der Website verwaltet</translation>
    </message>
    <message>
        <source>osu!&apos;s API gives chat to the owner of an application only</source>
        <translation>die API von osu! gibt den Chat nur dem Besitzer einer Anwendung</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no store</source>
        <translation>die API von osu! hat keinen Shop</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no watched topics and mapping</source>
        <translation>die API von osu! hat keine beobachteten Themen und Maps</translation>
    </message>
    <message>
        <source>osu!&apos;s API takes no changes of it from other programs</source>
        <translation>die API von osu! nimmt davon keine Änderungen anderer Programme an</translation>
    </message>
    <message>
        <source>the administration of osu! is a part of the website</source>
        <translation>die Verwaltung von osu! ist ein Teil der Website</translation>
    </message>
    <message>
        <source>osu!&apos;s API does not say whose track that is</source>
        <translation>die API von osu! sagt nicht, von wem dieses Stück ist</translation>
    </message>
    <message>
        <source>it is a part of a page of the website</source>
        <translation>es ist ein Teil einer Seite der Website</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no earlier versions of beatmaps</source>
        <translation>die API von osu! hat keine früheren Versionen von Beatmaps</translation>
    </message>
    <message>
        <source>osu! gives beatmaps to signed-in web browsers and the game only</source>
        <translation>osu! gibt Beatmaps nur angemeldeten Browsern und dem Spiel</translation>
    </message>
    <message>
        <source>osu!&apos;s API does not find a post by its number</source>
        <translation>die API von osu! findet keinen Beitrag nach seiner Nummer</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no contests</source>
        <translation>die API von osu! hat keine Wettbewerbe</translation>
    </message>
    <message>
        <source>osu!&apos;s API does not say which topic a post belongs to</source>
        <translation>die API von osu! sagt nicht, zu welchem Thema ein Beitrag gehört</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no log of a topic</source>
        <translation>die API von osu! hat kein Protokoll eines Themas</translation>
    </message>
    <message>
        <source>topics are written on the website</source>
        <translation>Themen werden auf der Website geschrieben</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no live streams</source>
        <translation>die API von osu! hat keine Livestreams</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of tournaments</source>
        <translation>die API von osu! hat keine Liste der Turniere</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no members of groups</source>
        <translation>die API von osu! hat keine Mitglieder von Gruppen</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no history of groups</source>
        <translation>die API von osu! hat keine Geschichte von Gruppen</translation>
    </message>
    <message>
        <source>osu!&apos;s API gives the list of blocked players to the game only</source>
        <translation>die API von osu! gibt die Liste blockierter Spieler nur dem Spiel</translation>
    </message>
    <message>
        <source>the game is downloaded from the website</source>
        <translation>das Spiel wird von der Website heruntergeladen</translation>
    </message>
    <message>
        <source>support is bought on the website</source>
        <translation>Unterstützung wird auf der Website gekauft</translation>
    </message>
    <message>
        <source>osu!&apos;s API does not know the numbers of old news</source>
        <translation>die API von osu! kennt die Nummern alter News nicht</translation>
    </message>
    <message>
        <source>osu!&apos;s API gives notifications to the game only</source>
        <translation>die API von osu! gibt Benachrichtigungen nur dem Spiel</translation>
    </message>
    <message>
        <source>it is a file for web browsers</source>
        <translation>es ist eine Datei für Browser</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no ranking of ranked play</source>
        <translation>die API von osu! hat keine Rangliste für Ranked Play</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no ranking of plays</source>
        <translation>die API von osu! hat keine Rangliste einzelner Scores</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no seasons</source>
        <translation>die API von osu! hat keine Saisons</translation>
    </message>
    <message>
        <source>osu!&apos;s API knows teams by their number only</source>
        <translation>die API von osu! kennt Teams nur nach ihrer Nummer</translation>
    </message>
    <message>
        <source>teams are made on the website</source>
        <translation>Teams werden auf der Website gegründet</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of a player&apos;s rooms</source>
        <translation>die API von osu! hat keine Liste der Räume eines Spielers</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of a player&apos;s forum posts</source>
        <translation>die API von osu! hat keine Liste der Forenbeiträge eines Spielers</translation>
    </message>
    <message>
        <source>osu!&apos;s API does not count views of replays by score</source>
        <translation>die API von osu! zählt nicht, wie oft das Replay eines Scores angesehen wurde</translation>
    </message>
    <message>
        <source>accounts are made in the game</source>
        <translation>Konten werden im Spiel erstellt</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of the wiki&apos;s pages</source>
        <translation>die API von osu! hat keine Liste der Seiten des Wikis</translation>
    </message>
    <message>
        <source>osu!&apos;s API has no review of the year</source>
        <translation>die API von osu! hat keinen Jahresrückblick</translation>
    </message>
    <message>
        <source>friends are read by the signed-in player only</source>
        <translation>Freunde liest nur der angemeldete Spieler</translation>
    </message>
    <message>
        <source>osubrowser has no such page</source>
        <translation>osubrowser hat keine solche Seite</translation>
    </message>
    <message>
        <source>osubrowser has no page for it</source>
        <translation>osubrowser hat keine Seite dafür</translation>
    </message>
    <message>
        <source>it is not a valid address</source>
        <translation>es ist keine gültige Adresse</translation>
    </message>
    <message>
        <source>only the game opens its links</source>
        <translation>nur das Spiel öffnet seine Links</translation>
    </message>
    <message>
        <source>it is a file, not a page</source>
        <translation>es ist eine Datei, keine Seite</translation>
    </message>
    <message>
        <source>it is not a page of osu!</source>
        <translation>es ist keine Seite von osu!</translation>
    </message>
    <message>
        <source>osubrowser knows no such page of osu!</source>
        <translation>osubrowser kennt keine solche Seite von osu!</translation>
    </message>
    <message>
        <source>This play was failed: osu! keeps no replay of it.</source>
        <translation>Dieses Spiel ist gescheitert: osu! behält kein Replay davon.</translation>
    </message>
    <message>
        <source>osu! has no replay of this score: it keeps those of high places, and for a while.</source>
        <translation>osu! hat kein Replay dieses Scores: Es behält die der hohen Plätze, und nur eine Zeit lang.</translation>
    </message>
    <message numerus="yes">
        <source>osu! has no replay of these %n score(s).</source>
        <translation>
            <numerusform>osu! hat kein Replay dieses %n Scores.</numerusform>
            <numerusform>osu! hat kein Replay dieser %n Scores.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its beatmap file cannot be read: {problem}.</source>
        <translation>Die Beatmap-Datei kann nicht gelesen werden: {problem}.</translation>
    </message>
    <message>
        <source>The analysis failed ({error}).</source>
        <translation>Die Analyse ist fehlgeschlagen ({error}).</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file holds nothing but zeros</source>
        <translation>die Datei enthält nur Nullen</translation>
    </message>
    <message>
        <source>the file is a web page, not a replay</source>
        <translation>die Datei ist eine Webseite, kein Replay</translation>
    </message>
    <message>
        <source>the file is JSON, not a replay</source>
        <translation>die Datei ist JSON, kein Replay</translation>
    </message>
    <message>
        <source>the file does not begin as a replay</source>
        <translation>die Datei beginnt nicht wie ein Replay</translation>
    </message>
    <message>
        <source>the replay is cut off</source>
        <translation>das Replay ist abgeschnitten</translation>
    </message>
    <message>
        <source>the replay has something else in place of a text</source>
        <translation>das Replay hat etwas anderes anstelle eines Textes</translation>
    </message>
    <message>
        <source>the replay has a text of endless length</source>
        <translation>das Replay hat einen Text von endloser Länge</translation>
    </message>
    <message>
        <source>the end of the replay is missing</source>
        <translation>das Ende des Replays fehlt</translation>
    </message>
    <message>
        <source>the replay has more frames than a play can have</source>
        <translation>das Replay hat mehr Frames, als ein Spiel haben kann</translation>
    </message>
    <message>
        <source>the packed part of the replay is broken</source>
        <translation>der gepackte Teil des Replays ist kaputt</translation>
    </message>
    <message>
        <source>the packed part of the replay is cut off, or far too large</source>
        <translation>der gepackte Teil des Replays ist abgeschnitten oder viel zu groß</translation>
    </message>
    <message>
        <source>the file is not a beatmap: it has no version and no section of one</source>
        <translation>die Datei ist keine Beatmap: Sie hat keine Version und keinen Abschnitt einer solchen</translation>
    </message>
    <message>
        <source>The beatmap file was not found: the replay cannot be judged.</source>
        <translation>Die Beatmap-Datei wurde nicht gefunden: Das Replay kann nicht beurteilt werden.</translation>
    </message>
    <message>
        <source>The beatmap file is of another version.</source>
        <translation>Die Beatmap-Datei ist von einer anderen Version.</translation>
    </message>
    <message>
        <source>The replay was played on another version of this beatmap.</source>
        <translation>Das Replay wurde auf einer anderen Version dieser Beatmap gespielt.</translation>
    </message>
    <message>
        <source>The replay has no frames: there is nothing to judge.</source>
        <translation>Das Replay hat keine Frames: Es gibt nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>The beatmap has no notes: there is nothing to judge.</source>
        <translation>Die Beatmap hat keine Noten: Es gibt nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>The beatmap has no hit objects: there is nothing to judge.</source>
        <translation>Die Beatmap hat keine Objekte: Es gibt nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>The beatmap has more fruits than a play can have: it is not judged.</source>
        <translation>Die Beatmap hat mehr Früchte, als ein Spiel haben kann: Sie wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>The replay is not of osu!.</source>
        <translation>Das Replay ist nicht von osu!.</translation>
    </message>
    <message>
        <source>The beatmap is not of osu!, and cannot be played in it.</source>
        <translation>Die Beatmap ist nicht von osu! und kann darin nicht gespielt werden.</translation>
    </message>
    <message>
        <source>The header of the replay has no counts: it was stripped, and is not judged.</source>
        <translation>Der Kopf des Replays hat keine Zählungen: Er wurde geleert und wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>The replay has more key presses than a play can have.</source>
        <translation>Das Replay hat mehr Tastendrücke, als ein Spiel haben kann.</translation>
    </message>
    <message>
        <source>The sliders of this beatmap are too long to be judged.</source>
        <translation>Die Slider dieser Beatmap sind zu lang, um beurteilt zu werden.</translation>
    </message>
    <message>
        <source>Too many hit objects or presses come at once: the play is not judged.</source>
        <translation>Zu viele Objekte oder Tastendrücke kommen zugleich: Das Spiel wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>Relax presses the keys itself: its replays are not judged.</source>
        <translation>Relax drückt die Tasten selbst: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Autopilot moves the cursor itself: its replays are not judged.</source>
        <translation>Autopilot bewegt den Cursor selbst: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>This is a play of the game itself (Auto): it is not judged.</source>
        <translation>Dies ist ein Spiel des Programms selbst (Auto): Es wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>This is a play of the game itself (Cinema): it is not judged.</source>
        <translation>Dies ist ein Spiel des Programms selbst (Cinema): Es wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>Adaptive Speed changes the speed as it goes: its replays are not judged.</source>
        <translation>Adaptive Speed ändert laufend das Tempo: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Adaptive Speed changes the hit windows as it goes: its replays are not judged.</source>
        <translation>Adaptive Speed ändert laufend die Trefferfenster: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Simplified Rhythm makes other fruits: its replays are not judged.</source>
        <translation>Simplified Rhythm macht andere Früchte: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Simplified Rhythm makes other notes: its replays are not judged.</source>
        <translation>Simplified Rhythm macht andere Noten: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Random moves the notes to other columns: its replays are not judged.</source>
        <translation>Random verschiebt die Noten in andere Spalten: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Random changes the colours of the notes: its replays are not judged.</source>
        <translation>Random ändert die Farben der Noten: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Single Tap ignores some of the keys: its replays are not judged.</source>
        <translation>Single Tap ignoriert einige Tasten: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Invert makes other notes: its replays are not judged.</source>
        <translation>Invert macht andere Noten: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>Hold Off makes other notes: its replays are not judged.</source>
        <translation>Hold Off macht andere Noten: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>No Release judges hold notes by a rule of its own: its replays are not judged.</source>
        <translation>No Release beurteilt Haltenoten nach einer eigenen Regel: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>The sliders of the beatmap are too long to be computed in full.</source>
        <translation>Die Slider der Beatmap sind zu lang, um ganz berechnet zu werden.</translation>
    </message>
    <message>
        <source>The play ended before the beatmap: it is judged up to its last frame.</source>
        <translation>Das Spiel endete vor der Beatmap: Es wird bis zu seinem letzten Frame beurteilt.</translation>
    </message>
    <message>
        <source>The speed of the song changed; the unstable rate is of its speed at first.</source>
        <translation>Das Tempo des Liedes änderte sich; die Unstable Rate gilt für sein Tempo am Anfang.</translation>
    </message>
    <message>
        <source>There are no stars and pp for this ruleset.</source>
        <translation>Für diesen Modus gibt es keine Sterne und pp.</translation>
    </message>
    <message>
        <source>Its beatmap file is too large for stars and pp.</source>
        <translation>Die Beatmap-Datei ist zu groß für Sterne und pp.</translation>
    </message>
    <message>
        <source>Its beatmap file cannot be read.</source>
        <translation>Die Beatmap-Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The beatmap has no hit objects: there are no stars and pp.</source>
        <translation>Die Beatmap hat keine Objekte: Es gibt keine Sterne und pp.</translation>
    </message>
    <message>
        <source>The beatmap is too long for stars and pp.</source>
        <translation>Die Beatmap ist zu lang für Sterne und pp.</translation>
    </message>
    <message>
        <source>The sliders of the beatmap are too long for stars and pp.</source>
        <translation>Die Slider der Beatmap sind zu lang für Sterne und pp.</translation>
    </message>
    <message>
        <source>The beatmap has too many hit objects for stars and pp.</source>
        <translation>Die Beatmap hat zu viele Objekte für Sterne und pp.</translation>
    </message>
    <message>
        <source>The beatmap is too strange for stars and pp.</source>
        <translation>Die Beatmap ist zu seltsam für Sterne und pp.</translation>
    </message>
    <message>
        <source>No library for stars and pp is installed.</source>
        <translation>Keine Bibliothek für Sterne und pp ist installiert.</translation>
    </message>
    <message>
        <source>The library for stars and pp could not read the beatmap.</source>
        <translation>Die Bibliothek für Sterne und pp konnte die Beatmap nicht lesen.</translation>
    </message>
    <message>
        <source>a replay cannot be of the ruleset {ruleset}</source>
        <translation>ein Replay kann nicht vom Modus {ruleset} sein</translation>
    </message>
    <message>
        <source>the file is larger than a beatmap can be ({size} MB): not read</source>
        <translation>die Datei ist größer, als eine Beatmap sein kann ({size} MB): nicht gelesen</translation>
    </message>
    <message>
        <source>the beatmap has more than {count} timing points</source>
        <translation>die Beatmap hat mehr als {count} Timing-Punkte</translation>
    </message>
    <message>
        <source>the beatmap has more than {count} hit objects: not read</source>
        <translation>die Beatmap hat mehr als {count} Objekte: nicht gelesen</translation>
    </message>
    <message>
        <source>the file has more than {count} lines that cannot be read</source>
        <translation>die Datei hat mehr als {count} unlesbare Zeilen</translation>
    </message>
    <message>
        <source>The replay is of the ruleset {number}, which is not known here.</source>
        <translation>Das Replay ist vom Modus {number}, der hier unbekannt ist.</translation>
    </message>
    <message>
        <source>The replay is not of {ruleset}.</source>
        <translation>Das Replay ist nicht von {ruleset}.</translation>
    </message>
    <message>
        <source>The play was on a converted beatmap, and the notes of {ruleset} in it are not known: it is not judged.</source>
        <translation>Gespielt wurde auf einer konvertierten Beatmap, deren Noten in {ruleset} nicht bekannt sind: Es wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>The mod {mod} is not known here: it is not judged.</source>
        <translation>Der Mod {mod} ist hier unbekannt: Das Replay wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>{mod} changes where the hit objects are: its replays are not judged.</source>
        <translation>{mod} ändert, wo die Objekte sind: Replays damit werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>The beatmap file has {count} hit objects that cannot be read.</source>
        <translation>Die Beatmap-Datei hat {count} unlesbare Objekte.</translation>
    </message>
    <message>
        <source>The beatmap file has 1 hit object that cannot be read.</source>
        <translation>Die Beatmap-Datei hat 1 unlesbares Objekt.</translation>
    </message>
    <message>
        <source>The judgement differs from what the game counted: {differences}.</source>
        <translation>Die Beurteilung weicht von der Zählung des Spiels ab: {differences}.</translation>
    </message>
    <message>
        <source>there is no field {field}; there are: {fields}</source>
        <translation>es gibt kein Feld {field}; es gibt: {fields}</translation>
    </message>
    <message>
        <source>a brace too much at {position}: {text}</source>
        <translation>eine geschweifte Klammer zu viel an Stelle {position}: {text}</translation>
    </message>
    <message>
        <source>no mods: {mods}</source>
        <translation>keine Mods: {mods}</translation>
    </message>
    <message>
        <source>official code ({library})</source>
        <translation>offizieller Code ({library})</translation>
    </message>
    <message>
        <source>formula of April 2026 ({library})</source>
        <translation>Formel vom April 2026 ({library})</translation>
    </message>
    <message>
        <source>its name is not valid</source>
        <translation>der Name ist ungültig</translation>
    </message>
    <message>
        <source>osu! does not have the beatmap.</source>
        <translation>osu! hat die Beatmap nicht.</translation>
    </message>
    <message>
        <source>The beatmap on the server is another version than the one played.</source>
        <translation>Die Beatmap auf dem Server ist eine andere Version als die gespielte.</translation>
    </message>
    <message>
        <source>The replay library cannot be kept ({error}).</source>
        <translation>Die Replay-Bibliothek kann nicht behalten werden ({error}).</translation>
    </message>
    <message>
        <source>Some replay files could not be read.</source>
        <translation>Einige Replay-Dateien konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The analysis took too long, or too much memory.</source>
        <translation>Die Analyse brauchte zu viel Zeit oder Speicher.</translation>
    </message>
    <message>
        <source>The index of the replay library could not be written.</source>
        <translation>Das Verzeichnis der Replay-Bibliothek konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>to read the file takes too long, or too much memory</source>
        <translation>das Lesen der Datei braucht zu viel Zeit oder Speicher</translation>
    </message>
    <message>
        <source>The game finds this file by its name.</source>
        <translation>Das Spiel findet diese Datei nach ihrem Namen.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its beatmap is not known yet.</source>
        <translation>Die Beatmap ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Too many files have this name.</source>
        <translation>Zu viele Dateien haben diesen Namen.</translation>
    </message>
    <message>
        <source>{name} cannot be renamed ({reason}).</source>
        <translation>{name} kann nicht umbenannt werden ({reason}).</translation>
    </message>
    <message>
        <source>too many files have this name</source>
        <translation>zu viele Dateien haben diesen Namen</translation>
    </message>
    <message>
        <source>the system did not take it</source>
        <translation>das System nahm sie nicht an</translation>
    </message>
    <message>
        <source>{name} was not deleted ({reason}).</source>
        <translation>{name} wurde nicht gelöscht ({reason}).</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>the file is far too large for a replay</source>
        <translation>die Datei ist viel zu groß für ein Replay</translation>
    </message>
    <message>
        <source>the file cannot be read: {reason}</source>
        <translation>die Datei kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}).</source>
        <translation>{path} kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message numerus="yes">
        <source>{file} and %n other(s) cannot be read.</source>
        <translation>
            <numerusform>{file} und %n andere können nicht gelesen werden.</numerusform>
            <numerusform>{file} und %n andere können nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} kann nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n replay file(s) in {path} cannot be listed: the name is not valid Unicode.</source>
        <translation>
            <numerusform>%n Replay-Datei in {path} kann nicht aufgeführt werden: Der Name ist kein gültiges Unicode.</numerusform>
            <numerusform>%n Replay-Dateien in {path} können nicht aufgeführt werden: Die Namen sind kein gültiges Unicode.</numerusform>
        </translation>
    </message>
    <message>
        <source>{player} wrote:</source>
        <translation>{player} schrieb:</translation>
    </message>
    <message>
        <source>SPOILER</source>
        <translation>SPOILER</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>{media} on {host}</source>
        <translation>{media} auf {host}</translation>
    </message>
    <message>
        <source>picture on {host}</source>
        <translation>Bild auf {host}</translation>
    </message>
    <message>
        <source>There will be no log file ({strerror}).</source>
        <translation>Es wird keine Protokolldatei geben ({strerror}).</translation>
    </message>
    <message>
        <source>process {number} on {host}</source>
        <translation>Prozess {number} auf {host}</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Du bist angemeldet</translation>
    </message>
    <message>
        <source>You can close this page and go back to osubrowser.</source>
        <translation>Diese Seite kann geschlossen werden: zurück zu osubrowser.</translation>
    </message>
    <message>
        <source>Go back to osubrowser</source>
        <translation>Zurück zu osubrowser</translation>
    </message>
    <message>
        <source>It is still signing in, and says how it ends.</source>
        <translation>Die Anmeldung läuft noch; osubrowser sagt, wie sie endet.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Du bist nicht angemeldet</translation>
    </message>
    <message>
        <source>Go back to osubrowser: it says why.</source>
        <translation>Zurück zu osubrowser: Dort steht, warum.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Nothing was allowed. You can close this page.</source>
        <translation>Nichts wurde erlaubt. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>The browser could not come back: no port of this computer could be opened.</source>
        <translation>Der Browser konnte nicht zurückkehren: Auf diesem Computer konnte kein Port geöffnet werden.</translation>
    </message>
    <message>
        <source>Signing in as a guest needs none. The system says: {reason}</source>
        <translation>Die Anmeldung als Gast braucht keinen. Das System sagt: {reason}</translation>
    </message>
    <message>
        <source>Sign in again, and allow it there. If osu! showed an error instead, check the callback address of your OAuth application.</source>
        <translation>Erneut anmelden und es dort erlauben. Zeigte osu! stattdessen einen Fehler, die Callback-Adresse der OAuth-Anwendung prüfen.</translation>
    </message>
    <message>
        <source>This is not the answer that was waited for</source>
        <translation>Das ist nicht die erwartete Antwort</translation>
    </message>
    <message>
        <source>Start signing in again from osubrowser.</source>
        <translation>Die Anmeldung in osubrowser neu beginnen.</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>That was too long</source>
        <translation>Das war zu lang</translation>
    </message>
    <message>
        <source>That was no request</source>
        <translation>Das war keine Anfrage</translation>
    </message>
    <message>
        <source>The browser did not come back in time.</source>
        <translation>Der Browser kam nicht rechtzeitig zurück.</translation>
    </message>
    <message>
        <source>You did not allow it in the browser.</source>
        <translation>Im Browser wurde es nicht erlaubt.</translation>
    </message>
    <message>
        <source>Sign in again to change it.</source>
        <translation>Zum Ändern erneut anmelden.</translation>
    </message>
    <message>
        <source>osu! did not accept the sign-in.</source>
        <translation>osu! hat die Anmeldung nicht angenommen.</translation>
    </message>
    <message>
        <source>osu! does not know this client id with this client secret.</source>
        <translation>osu! kennt diese Client-ID mit diesem Client-Secret nicht.</translation>
    </message>
    <message>
        <source>Copy both again from your osu! settings, under OAuth.</source>
        <translation>Beide noch einmal aus den osu!-Einstellungen unter OAuth kopieren.</translation>
    </message>
    <message>
        <source>Check the callback address of your OAuth application.</source>
        <translation>Die Callback-Adresse der OAuth-Anwendung prüfen.</translation>
    </message>
    <message>
        <source>The client id is a number, such as 12345.</source>
        <translation>Die Client-ID ist eine Zahl, etwa 12345.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Das Client-Secret fehlt.</translation>
    </message>
    <message>
        <source>You are signed in, but only until the window is closed.</source>
        <translation>Du bist angemeldet, aber nur, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>You are signed out, but the client secret or the token could not be deleted on this computer.</source>
        <translation>Du bist abgemeldet, aber das Client-Secret oder der Token konnte auf diesem Computer nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>Die Einstellungen</translation>
    </message>
    <message>
        <source>Some settings are damaged ({names})</source>
        <translation>Einige Einstellungen sind beschädigt ({names})</translation>
    </message>
    <message>
        <source>This is not a whole path.</source>
        <translation>Das ist kein vollständiger Pfad.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>Das ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Nothing can be written into this folder.</source>
        <translation>In diesen Ordner kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>This folder cannot be reached ({strerror}).</source>
        <translation>Dieser Ordner ist nicht erreichbar ({strerror}).</translation>
    </message>
    <message>
        <source>This folder is not there, and cannot be made.</source>
        <translation>Dieser Ordner ist nicht da und kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>{what} could not be read ({strerror}).</source>
        <translation>{what} konnten nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>{damage}, and the file could not be copied ({strerror}): changes are not saved.</source>
        <translation>{damage}, und die Datei konnte nicht kopiert werden ({strerror}): Änderungen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>{damage}. The rest is there; the old file is {aside}.</source>
        <translation>{damage}. Der Rest ist da; die alte Datei ist {aside}.</translation>
    </message>
    <message>
        <source>{what} could not be saved ({strerror}).</source>
        <translation>{what} konnten nicht gespeichert werden ({strerror}).</translation>
    </message>
    <message>
        <source>{what} are damaged, and the file could not be moved ({strerror}): changes are not saved.</source>
        <translation>{what} sind beschädigt, und die Datei konnte nicht verschoben werden ({strerror}): Änderungen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>{what} were damaged. They start anew; the old file is {aside}.</source>
        <translation>{what} waren beschädigt. Sie beginnen neu; die alte Datei ist {aside}.</translation>
    </message>
    <message>
        <source>{name} are those of a newer version: changes are not saved.</source>
        <translation>{name} sind von einer neueren Version: Änderungen werden nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n of {noun} is/are damaged</source>
        <translation>
            <numerusform>%n Eintrag ist beschädigt ({noun})</numerusform>
            <numerusform>%n Einträge sind beschädigt ({noun})</numerusform>
        </translation>
    </message>
    <message>
        <source>This file may not be written, or another program has it open.</source>
        <translation>Diese Datei darf nicht geschrieben werden, oder ein anderes Programm hat sie offen.</translation>
    </message>
    <message>
        <source>This disk is read-only.</source>
        <translation>Diese Festplatte ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is a folder of this name.</source>
        <translation>Es gibt einen Ordner dieses Namens.</translation>
    </message>
    <message>
        <source>The file&apos;s name is too long.</source>
        <translation>Der Name der Datei ist zu lang.</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Die Datei wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>{name} was not saved: {sentence}</source>
        <translation>{name} wurde nicht gespeichert: {sentence}</translation>
    </message>
    <message>
        <source>Beatmaps of this spotlight</source>
        <translation>Beatmaps dieses Spotlights</translation>
    </message>
    <message>
        <source>Play the preview (Space)</source>
        <translation>Vorschau abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Gefällt mir</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>by the user</comment>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>left</source>
        <comment>side of the playfield</comment>
        <translation>links</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>right</source>
        <comment>side of the playfield</comment>
        <translation>rechts</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>{said}, most of them {place}. Arrow keys read one place after the other.</source>
        <translation>{said}, die meisten {place}. Die Pfeiltasten lesen eine Stelle nach der anderen vor.</translation>
    </message>
    <message>
        <source>Order of comments</source>
        <translation>Reihenfolge der Kommentare</translation>
    </message>
    <message>
        <source>There are no comments here yet.</source>
        <translation>Hier gibt es noch keine Kommentare.</translation>
    </message>
    <message>
        <source>There is no player of this name or id.</source>
        <translation>Einen Spieler mit diesem Namen oder dieser ID gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) loaded</source>
        <translation>
            <numerusform>%n Kommentar geladen</numerusform>
            <numerusform>%n Kommentare geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} loaded</source>
        <translation>{count} geladen</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n Kommentar</numerusform>
            <numerusform>%n Kommentare</numerusform>
        </translation>
    </message>
    <message>
        <source>About osubrowser</source>
        <translation>Über osubrowser</translation>
    </message>
    <message>
        <source>osubrowser {version}</source>
        <translation>osubrowser {version}</translation>
    </message>
    <message>
        <source>A native desktop browser for osu!, under the MIT licence.
Not made by, nor belonging to, ppy Pty Ltd.</source>
        <translation>Ein nativer Desktop-Browser für osu!, unter der MIT-Lizenz.
Weder von ppy Pty Ltd gemacht noch mit ihr verbunden.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Licences …</source>
        <translation>Lizenzen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Qt {qversion}, Python {python_version}</source>
        <translation>Qt {qversion}, Python {python_version}</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The window goes on, but what you did last may not have worked. This text helps whoever mends it; it holds no passwords or tokens.</source>
        <translation>Das Fenster läuft weiter, aber die letzte Aktion hat vielleicht nicht geklappt. Dieser Text hilft, den Fehler zu beheben; er enthält keine Passwörter oder Tokens.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Restart in safe mode</source>
        <translation>Im abgesicherten Modus starten</translation>
    </message>
    <message>
        <source>Without the last places, the cache and pictures</source>
        <translation>Ohne die letzten Orte, den Cache und Bilder</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>It is also in the file {file}</source>
        <translation>Er steht auch in der Datei {file}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Add a folder with replays</source>
        <translation>Ordner mit Replays hinzufügen</translation>
    </message>
    <message>
        <source>Folders of the replay library</source>
        <translation>Ordner der Replay-Bibliothek</translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>Die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Replays of an installed osu! too</source>
        <translation>Auch Replays eines installierten osu!</translation>
    </message>
    <message>
        <source>Replays in these folders, and in all folders inside them, are listed beside the folder that replays are saved in. They are watched for changes.</source>
        <translation>Replays in diesen Ordnern und allen Ordnern darin werden zusätzlich zu dem Ordner aufgelistet, in den Replays gespeichert werden. Änderungen darin werden bemerkt.</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>This took too long.</source>
        <translation>Das hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This computer refused it.</source>
        <translation>Dieser Computer hat es verweigert.</translation>
    </message>
    <message>
        <source>The details help whoever mends it.</source>
        <translation>Die Details helfen, den Fehler zu beheben.</translation>
    </message>
    <message>
        <source>The server says: “{server_message}”</source>
        <translation>Der Server sagt: „{server_message}“</translation>
    </message>
    <message>
        <source>osu! shows this to signed-in players.</source>
        <translation>osu! zeigt dies nur angemeldeten Spielern.</translation>
    </message>
    <message>
        <source>osu! does not show this to you.</source>
        <translation>osu! zeigt dir dies nicht.</translation>
    </message>
    <message>
        <source>Another account may see it.</source>
        <translation>Ein anderes Konto darf es vielleicht sehen.</translation>
    </message>
    <message>
        <source>osu! has nothing here.</source>
        <translation>Hier hat osu! nichts.</translation>
    </message>
    <message>
        <source>It may have been renamed or removed.</source>
        <translation>Vielleicht wurde es umbenannt oder entfernt.</translation>
    </message>
    <message>
        <source>osu! asks us to wait {seconds}.</source>
        <translation>osu! bittet, {seconds} zu warten.</translation>
    </message>
    <message>
        <source>osu! does not understand this question.</source>
        <translation>osu! versteht diese Frage nicht.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted, so nothing was sent.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut, darum wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and whether a proxy or a virus scanner is between.</source>
        <translation>Die Uhr dieses Computers prüfen, und ob ein Proxy oder Virenscanner dazwischen ist.</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>Die Verbindung prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The answer is too large to be right.</source>
        <translation>Die Antwort ist zu groß, um richtig zu sein.</translation>
    </message>
    <message>
        <source>Nothing of it was kept.</source>
        <translation>Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This usually passes: try again in a moment.</source>
        <translation>Das geht meist vorbei: gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{error}, status {status}</source>
        <translation>{error}, Status {status}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>This cannot be a key.</source>
        <translation>Das kann kein Tastenkürzel sein.</translation>
    </message>
    <message>
        <source>{shown} already stands for “{text}”.</source>
        <translation>{shown} steht schon für „{text}“.</translation>
    </message>
    <message>
        <source>{shown} is needed for moving about and typing.</source>
        <translation>{shown} wird zum Bewegen und Tippen gebraucht.</translation>
    </message>
    <message>
        <source>{shown} alone is needed for typing. Hold Ctrl or Alt with it.</source>
        <translation>{shown} allein wird zum Tippen gebraucht. Strg oder Alt dazu halten.</translation>
    </message>
    <message>
        <source>Going places</source>
        <translation>Orte wechseln</translation>
    </message>
    <message>
        <source>In a page</source>
        <translation>Auf einer Seite</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>In the address bar</source>
        <translation>In der Adressleiste</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>In einer Tabelle</translation>
    </message>
    <message>
        <source>Type an address</source>
        <translation>Adresse eingeben</translation>
    </message>
    <message>
        <source>The tab&apos;s first page</source>
        <translation>Erste Seite des Tabs</translation>
    </message>
    <message>
        <source>Next tab or place</source>
        <translation>Nächster Tab oder Ort</translation>
    </message>
    <message>
        <source>Previous tab or place</source>
        <translation>Voriger Tab oder Ort</translation>
    </message>
    <message>
        <source>Keep the page open beside the tabs</source>
        <translation>Seite neben den Tabs offen halten</translation>
    </message>
    <message>
        <source>Close a place beside the tabs</source>
        <translation>Ort neben den Tabs schließen</translation>
    </message>
    <message>
        <source>Open the closed place again</source>
        <translation>Geschlossenen Ort wieder öffnen</translation>
    </message>
    <message>
        <source>List the places beside the tabs</source>
        <translation>Orte neben den Tabs auflisten</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Filter what is loaded, or find in a text</source>
        <translation>Geladenes filtern oder im Text suchen</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Markierte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Save the replays of the selected scores</source>
        <translation>Replays der markierten Scores speichern</translation>
    </message>
    <message>
        <source>Copy the page&apos;s web address</source>
        <translation>Webadresse der Seite kopieren</translation>
    </message>
    <message>
        <source>Open the page in the web browser</source>
        <translation>Seite im Browser öffnen</translation>
    </message>
    <message>
        <source>Bookmark the page</source>
        <translation>Lesezeichen für die Seite</translation>
    </message>
    <message>
        <source>Follow the page</source>
        <translation>Der Seite folgen</translation>
    </message>
    <message>
        <source>Stop the preview of a song</source>
        <translation>Vorschau eines Liedes anhalten</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>What can be opened; what was seen lately</source>
        <translation>Was geöffnet werden kann; was zuletzt gesehen wurde</translation>
    </message>
    <message>
        <source>Open beside the tabs</source>
        <translation>Neben den Tabs öffnen</translation>
    </message>
    <message>
        <source>Open in the background</source>
        <translation>Im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Forget that this was seen</source>
        <translation>Vergessen, dass dies gesehen wurde</translation>
    </message>
    <message>
        <source>Load all rows, or stop that</source>
        <translation>Alle Zeilen laden oder das anhalten</translation>
    </message>
    <message>
        <source>Next match in the text</source>
        <translation>Nächster Treffer im Text</translation>
    </message>
    <message>
        <source>Previous match in the text</source>
        <translation>Voriger Treffer im Text</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>Select all loaded rows</source>
        <translation>Alle geladenen Zeilen markieren</translation>
    </message>
    <message>
        <source>Select more rows</source>
        <translation>Weitere Zeilen markieren</translation>
    </message>
    <message>
        <source>What can be done with the rows</source>
        <translation>Was mit den Zeilen getan werden kann</translation>
    </message>
    <message>
        <source>On a heading: sort by it; on a row: play its preview</source>
        <translation>Überschrift: sortieren; Zeile: Vorschau abspielen</translation>
    </message>
    <message>
        <source>On a heading: widen; Shift+Left narrows</source>
        <translation>Überschrift: breiter; Umschalt+Links schmaler</translation>
    </message>
    <message>
        <source>On a heading: move; Ctrl+Left moves back</source>
        <translation>Überschrift: verschieben; Strg+Links zurück</translation>
    </message>
    <message>
        <source>Open &amp;mapper {name}</source>
        <translation>&amp;Mapper {name} öffnen</translation>
    </message>
    <message>
        <source>Open &amp;guest mapper</source>
        <translation>&amp;Gast-Mapper öffnen</translation>
    </message>
    <message>
        <source>Open &amp;discussion</source>
        <translation>&amp;Diskussion öffnen</translation>
    </message>
    <message>
        <source>Open c&amp;omments</source>
        <translation>K&amp;ommentare öffnen</translation>
    </message>
    <message>
        <source>Open &amp;leaderboard</source>
        <translation>Bestenl&amp;iste öffnen</translation>
    </message>
    <message>
        <source>Songs of {artist}</source>
        <translation>Lieder von {artist}</translation>
    </message>
    <message>
        <source>CSV for spreadsheets, as shown (*.csv)</source>
        <translation>CSV für Tabellenprogramme, wie angezeigt (*.csv)</translation>
    </message>
    <message>
        <source>JSON for programs, exact values (*.json)</source>
        <translation>JSON für Programme, genaue Werte (*.json)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Beatmapset</source>
        <comment>heading of ids in a file</comment>
        <translation>Beatmapset</translation>
    </message>
    <message>
        <source>There are no rows to export yet.</source>
        <translation>Es gibt noch keine Zeilen zum Exportieren.</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Export the loaded rows</source>
        <translation>Geladene Zeilen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n row(s) are written to {path}.</source>
        <translation>
            <numerusform>{count} von %n Zeile nach {path} geschrieben.</numerusform>
            <numerusform>{count} von %n Zeilen nach {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written to {path}.</source>
        <translation>
            <numerusform>%n Zeile nach {path} geschrieben.</numerusform>
            <numerusform>%n Zeilen nach {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was exported. {text} {hint}</source>
        <translation>Nichts wurde exportiert. {text} {hint}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>Alle davon zeigen</translation>
    </message>
    <message>
        <source>This list has no end that could be loaded: it goes on as it is scrolled.</source>
        <translation>Diese Liste hat kein Ende, das geladen werden könnte: Sie geht beim Scrollen weiter.</translation>
    </message>
    <message>
        <source>This row leads nowhere: its subject is gone.</source>
        <translation>Diese Zeile führt nirgendwohin: Was sie zeigt, gibt es nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n loaded row(s)</source>
        <translation>
            <numerusform>{count} von %n geladenen Zeile</numerusform>
            <numerusform>{count} von %n geladenen Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s) are loaded.</source>
        <translation>
            <numerusform>Die eine Zeile ist geladen.</numerusform>
            <numerusform>Alle %n Zeilen sind geladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the scores whose replays you want.</source>
        <translation>Erst die Scores markieren, deren Replays gewünscht sind.</translation>
    </message>
    <message>
        <source>Choose the columns of this table</source>
        <translation>Spalten dieser Tabelle wählen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort the loaded cards</source>
        <translation>Geladene Karten sortieren</translation>
    </message>
    <message>
        <source>Sort</source>
        <comment>verb</comment>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Show as cards</source>
        <translation>Als Karten zeigen</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Open &amp;replay</source>
        <translation>&amp;Replay öffnen</translation>
    </message>
    <message>
        <source>&amp;Save replay</source>
        <translation>Replay &amp;speichern</translation>
    </message>
    <message numerus="yes">
        <source>Open %n &amp;replay(s) over each other</source>
        <translation>
            <numerusform>%n &amp;Replay öffnen</numerusform>
            <numerusform>%n &amp;Replays übereinander öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n replay(s)</source>
        <translation>
            <numerusform>%n Replay &amp;speichern</numerusform>
            <numerusform>%n Replays &amp;speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Save replay (in the queue)</source>
        <translation>Replay speichern (in der Warteschlange)</translation>
    </message>
    <message>
        <source>Save replay (on this computer already)</source>
        <translation>Replay speichern (schon auf diesem Computer)</translation>
    </message>
    <message>
        <source>Save replay (osu! has none)</source>
        <translation>Replay speichern (osu! hat keines)</translation>
    </message>
    <message>
        <source>Open &amp;score</source>
        <translation>S&amp;core öffnen</translation>
    </message>
    <message>
        <source>Open &amp;player</source>
        <translation>S&amp;pieler öffnen</translation>
    </message>
    <message>
        <source>Open &amp;beatmap</source>
        <translation>&amp;Beatmap öffnen</translation>
    </message>
    <message>
        <source>Open &amp;team {name}</source>
        <translation>&amp;Team {name} öffnen</translation>
    </message>
    <message>
        <source>{label} (in the web browser)</source>
        <translation>{label} (im Browser)</translation>
    </message>
    <message>
        <source>Open in &amp;background</source>
        <translation>Im &amp;Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Open in &amp;web browser</source>
        <translation>Im Bro&amp;wser öffnen</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Beatmaps with {name}</source>
        <translation>Beatmaps mit {name}</translation>
    </message>
    <message>
        <source>Open artist</source>
        <translation>Künstler öffnen</translation>
    </message>
    <message>
        <source>Download map template</source>
        <translation>Map-Vorlage herunterladen</translation>
    </message>
    <message>
        <source>Stop &amp;preview</source>
        <translation>&amp;Vorschau anhalten</translation>
    </message>
    <message>
        <source>Play &amp;preview</source>
        <translation>&amp;Vorschau abspielen</translation>
    </message>
    <message>
        <source>Search the beatmaps with songs of this artist</source>
        <translation>Die Beatmaps mit Liedern dieses Künstlers suchen</translation>
    </message>
    <message>
        <source>All artists</source>
        <translation>Alle Künstler</translation>
    </message>
    <message>
        <source>Open the list of featured artists</source>
        <translation>Die Liste der Featured Artists öffnen</translation>
    </message>
    <message>
        <source>No tracks of the artist {id} were found.</source>
        <translation>Keine Stücke des Künstlers {id} gefunden.</translation>
    </message>
    <message>
        <source>Tracks of the artist</source>
        <translation>Stücke des Künstlers</translation>
    </message>
    <message>
        <source>This artist has no tracks.</source>
        <translation>Dieser Künstler hat keine Stücke.</translation>
    </message>
    <message>
        <source>osu! finds tracks by name only, and no beatmap or new track tells this one&apos;s.</source>
        <translation>osu! findet Stücke nur nach Namen, und keine Beatmap und kein neues Stück nennt den dieses Künstlers.</translation>
    </message>
    <message>
        <source>Choose a beatmap to mark it.</source>
        <translation>Eine Beatmap auswählen, um sie zu markieren.</translation>
    </message>
    <message>
        <source>Choose a beatmap to open it in osu!.</source>
        <translation>Eine Beatmap auswählen, um sie in osu! zu öffnen.</translation>
    </message>
    <message>
        <source>There is no room for more excludes.</source>
        <translation>Für weitere Ausschlüsse ist kein Platz.</translation>
    </message>
    <message>
        <source>{name} is marked as seen.</source>
        <translation>{name} ist als gesehen markiert.</translation>
    </message>
    <message>
        <source>{name} is no longer marked as seen.</source>
        <translation>{name} ist nicht mehr als gesehen markiert.</translation>
    </message>
    <message>
        <source>{name} is marked as liked.</source>
        <translation>{name} ist mit „Gefällt mir“ markiert.</translation>
    </message>
    <message>
        <source>{name} is no longer marked as liked.</source>
        <translation>{name} ist nicht mehr mit „Gefällt mir“ markiert.</translation>
    </message>
    <message>
        <source>{name} is hidden.</source>
        <translation>{name} ist ausgeblendet.</translation>
    </message>
    <message>
        <source>{name} is shown again.</source>
        <translation>{name} ist wieder eingeblendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are marked as seen.</source>
        <translation>
            <numerusform>%n Beatmap ist als gesehen markiert.</numerusform>
            <numerusform>%n Beatmaps sind als gesehen markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are no longer marked as seen.</source>
        <translation>
            <numerusform>%n Beatmap ist nicht mehr als gesehen markiert.</numerusform>
            <numerusform>%n Beatmaps sind nicht mehr als gesehen markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are marked as liked.</source>
        <translation>
            <numerusform>%n Beatmap ist mit „Gefällt mir“ markiert.</numerusform>
            <numerusform>%n Beatmaps sind mit „Gefällt mir“ markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are no longer marked as liked.</source>
        <translation>
            <numerusform>%n Beatmap ist nicht mehr mit „Gefällt mir“ markiert.</numerusform>
            <numerusform>%n Beatmaps sind nicht mehr mit „Gefällt mir“ markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are hidden.</source>
        <translation>
            <numerusform>%n Beatmap ist ausgeblendet.</numerusform>
            <numerusform>%n Beatmaps sind ausgeblendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are shown again.</source>
        <translation>
            <numerusform>%n Beatmap ist wieder eingeblendet.</numerusform>
            <numerusform>%n Beatmaps sind wieder eingeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {most} beatmaps are opened in osu! at once.</source>
        <translation>Höchstens {most} Beatmaps werden auf einmal in osu! geöffnet.</translation>
    </message>
    <message>
        <source>Open in &amp;osu!</source>
        <translation>In &amp;osu! öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;ids</source>
        <translation>&amp;IDs kopieren</translation>
    </message>
    <message>
        <source>It is on this computer</source>
        <translation>Sie ist auf diesem Computer</translation>
    </message>
    <message numerus="yes">
        <source>%n on this computer</source>
        <translation>
            <numerusform>%n auf diesem Computer</numerusform>
            <numerusform>%n auf diesem Computer</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>&amp;Gesehen</translation>
    </message>
    <message>
        <source>&amp;Liked</source>
        <translation>Gefällt &amp;mir</translation>
    </message>
    <message>
        <source>&amp;Hidden</source>
        <translation>&amp;Ausgeblendet</translation>
    </message>
    <message>
        <source>Beatmaps of {player}</source>
        <translation>Beatmaps von {player}</translation>
    </message>
    <message>
        <source>Profile of {player}</source>
        <translation>Profil von {player}</translation>
    </message>
    <message>
        <source>Genre: {name}</source>
        <translation>Genre: {name}</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Sprache: {name}</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>Mapper: {name}</source>
        <translation>Mapper: {name}</translation>
    </message>
    <message>
        <source>Tag: {name}</source>
        <translation>Tag: {name}</translation>
    </message>
    <message>
        <source>&amp;Never show …</source>
        <translation>Nie &amp;zeigen …</translation>
    </message>
    <message>
        <source>Show again: {label}</source>
        <translation>Wieder zeigen: {label}</translation>
    </message>
    <message>
        <source>The beatmap</source>
        <translation>Die Beatmap</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Search beatmaps: words, or stars&gt;5 ar&gt;=9 ranked&gt;2023</source>
        <translation>Beatmaps suchen: Wörter oder stars&gt;5 ar&gt;=9 ranked&gt;2023</translation>
    </message>
    <message>
        <source>Search beatmaps</source>
        <translation>Beatmaps suchen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show every filter as a control (F)</source>
        <translation>Jeden Filter als Bedienelement zeigen (F)</translation>
    </message>
    <message>
        <source>Saved searches: open, save this one, look for new beatmaps</source>
        <translation>Gespeicherte Suchen: öffnen, diese speichern, neue Beatmaps suchen</translation>
    </message>
    <message>
        <source>Beatmap packs, by kind, ruleset, and the beatmaps in them</source>
        <translation>Beatmap-Packs, nach Art, Modus und den Beatmaps darin</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Order</source>
        <comment>of a list</comment>
        <translation>Reihenfolge</translation>
    </message>
    <message numerus="yes">
        <source>Saved · %n new</source>
        <translation>
            <numerusform>Gespeichert · %n neue</numerusform>
            <numerusform>Gespeichert · %n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Default: {order}</source>
        <translation>Standard: {order}</translation>
    </message>
    <message>
        <source>Direction: {order}</source>
        <translation>Richtung: {order}</translation>
    </message>
    <message>
        <source>{name}, {order}: turn round</source>
        <translation>{name}, {order}: umkehren</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Active filters</source>
        <translation>Aktive Filter</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Filters · {count}</source>
        <translation>Filter · {count}</translation>
    </message>
    <message>
        <source>My setting</source>
        <translation>Wie eingestellt</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Extra</translation>
    </message>
    <message>
        <source>Grade achieved</source>
        <translation>Erreichte Note</translation>
    </message>
    <message>
        <source>Name or id of a mapper, of the set or of one of its difficulties</source>
        <translation>Name oder ID eines Mappers, des Sets oder einer seiner Schwierigkeiten</translation>
    </message>
    <message>
        <source>Name of a difficulty, such as Extra</source>
        <translation>Name einer Schwierigkeit, etwa Extra</translation>
    </message>
    <message>
        <source>Number of a featured artist, as in the address of their page</source>
        <translation>Nummer eines Featured Artist, wie in der Adresse der Seite</translation>
    </message>
    <message>
        <source>Game, anime or film that the song is from</source>
        <translation>Spiel, Anime oder Film, aus dem das Lied stammt</translation>
    </message>
    <message>
        <source>Explicit content</source>
        <translation>Anstößige Inhalte</translation>
    </message>
    <message>
        <source>osu! answers these two to its supporters only: others get an empty list.</source>
        <translation>Diese beiden beantwortet osu! nur Supportern: andere bekommen eine leere Liste.</translation>
    </message>
    <message>
        <source>Dates and status</source>
        <translation>Daten und Status</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>User tags</source>
        <translation>Nutzer-Tags</translation>
    </message>
    <message>
        <source>Grade achieved, and played</source>
        <translation>Erreichte Note und gespielt</translation>
    </message>
    <message>
        <source>Enter adds the tag; a beatmap has all of them</source>
        <translation>Enter fügt den Tag hinzu; eine Beatmap hat alle davon</translation>
    </message>
    <message>
        <source>Add a tag, such as style/clean</source>
        <translation>Tag hinzufügen, etwa style/clean</translation>
    </message>
    <message>
        <source>In the beatmap listing</source>
        <translation>In der Beatmap-Liste</translation>
    </message>
    <message>
        <source>Mark as seen, or not</source>
        <translation>Als gesehen markieren oder nicht</translation>
    </message>
    <message>
        <source>Mark as liked, or not</source>
        <translation>Mit „Gefällt mir“ markieren oder nicht</translation>
    </message>
    <message>
        <source>Hide, or show again</source>
        <translation>Aus- oder wieder einblenden</translation>
    </message>
    <message>
        <source>Type a search</source>
        <translation>Suche eingeben</translation>
    </message>
    <message>
        <source>Show every filter, and go there</source>
        <translation>Jeden Filter zeigen und dorthin gehen</translation>
    </message>
    <message>
        <source>Next; K is the previous one</source>
        <translation>Nächste; K: vorherige</translation>
    </message>
    <message>
        <source>Play the preview, or stop it</source>
        <translation>Vorschau abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Next view: cards, table, difficulties</source>
        <translation>Nächste Ansicht: Karten, Tabelle, Schwierigkeiten</translation>
    </message>
    <message>
        <source>Hide seen</source>
        <translation>Ohne gesehene</translation>
    </message>
    <message>
        <source>Hide hidden</source>
        <translation>Ohne ausgeblendete</translation>
    </message>
    <message>
        <source>Only liked</source>
        <translation>Nur gemochte</translation>
    </message>
    <message>
        <source>Hide owned</source>
        <translation>Ohne vorhandene</translation>
    </message>
    <message>
        <source>Only owned</source>
        <translation>Nur vorhandene</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>Ausschlüsse</translation>
    </message>
    <message>
        <source>Hide the sets that you have marked as seen (S)</source>
        <translation>Die als gesehen markierten Sets ausblenden (S)</translation>
    </message>
    <message>
        <source>Hide the sets that you have hidden (H)</source>
        <translation>Die ausgeblendeten Sets nicht zeigen (H)</translation>
    </message>
    <message>
        <source>Show only the sets that you have marked as liked (L)</source>
        <translation>Nur die mit „Gefällt mir“ markierten Sets zeigen (L)</translation>
    </message>
    <message>
        <source>Hide the sets that are on this computer</source>
        <translation>Die Sets ausblenden, die auf diesem Computer sind</translation>
    </message>
    <message>
        <source>Show only the sets that are on this computer</source>
        <translation>Nur die Sets zeigen, die auf diesem Computer sind</translation>
    </message>
    <message>
        <source>Hide what you never want to see: mappers, tags, genres, languages</source>
        <translation>Ausblenden, was nie zu sehen sein soll: Mapper, Tags, Genres, Sprachen</translation>
    </message>
    <message>
        <source>Hide seen: {count} seen</source>
        <translation>Ohne gesehene: {count} gesehen</translation>
    </message>
    <message>
        <source>Hide hidden: {count} hidden by you</source>
        <translation>Ohne ausgeblendete: {count} von dir ausgeblendet</translation>
    </message>
    <message>
        <source>Only liked: {count} not liked</source>
        <translation>Nur gemochte: {count} ohne „Gefällt mir“</translation>
    </message>
    <message>
        <source>Hide owned: {count} owned</source>
        <translation>Ohne vorhandene: {count} vorhanden</translation>
    </message>
    <message>
        <source>Only owned: {count} not owned</source>
        <translation>Nur vorhandene: {count} nicht vorhanden</translation>
    </message>
    <message>
        <source>Excludes: {count} excluded</source>
        <translation>Ausschlüsse: {count} ausgeschlossen</translation>
    </message>
    <message>
        <source>The list of what you own is being read</source>
        <translation>Die Liste der vorhandenen Sets wird gelesen</translation>
    </message>
    <message>
        <source>Only with {mode} · {count} without</source>
        <translation>Nur mit {mode} · {count} ohne</translation>
    </message>
    <message>
        <source>Only with {mode}</source>
        <translation>Nur mit {mode}</translation>
    </message>
    <message>
        <source>No osu! was found on this computer: you can choose its folder in the settings</source>
        <translation>Auf diesem Computer wurde kein osu! gefunden: der Ordner lässt sich in den Einstellungen wählen</translation>
    </message>
    <message>
        <source>Local filter</source>
        <translation>Lokaler Filter</translation>
    </message>
    <message>
        <source>Edit excludes …</source>
        <translation>Ausschlüsse bearbeiten …</translation>
    </message>
    <message>
        <source>Any ruleset</source>
        <translation>Alle Modi</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Exclude …</source>
        <translation>Ausschließen …</translation>
    </message>
    <message>
        <source>Edit what is never shown</source>
        <translation>Bearbeiten, was nie gezeigt wird</translation>
    </message>
    <message>
        <source>Mappers, tags, genres and languages that are never shown</source>
        <translation>Mapper, Tags, Genres und Sprachen, die nie gezeigt werden</translation>
    </message>
    <message>
        <source>That position is gone: the list starts at its beginning.</source>
        <translation>Diese Stelle gibt es nicht mehr: die Liste beginnt am Anfang.</translation>
    </message>
    <message>
        <source>genres filtered here</source>
        <translation>Genres hier gefiltert</translation>
    </message>
    <message>
        <source>languages filtered here</source>
        <translation>Sprachen hier gefiltert</translation>
    </message>
    <message>
        <source>genres and languages filtered here</source>
        <translation>Genres und Sprachen hier gefiltert</translation>
    </message>
    <message>
        <source>{shown} of {loaded} loaded rows</source>
        <translation>{shown} von {loaded} geladenen Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n loaded</source>
        <translation>
            <numerusform>%n geladen</numerusform>
            <numerusform>%n geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by filters here</source>
        <translation>
            <numerusform>%n durch Filter hier ausgeblendet</numerusform>
            <numerusform>%n durch Filter hier ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n searches merged</source>
        <translation>
            <numerusform>%n Suche</numerusform>
            <numerusform>%n Suchen zusammengeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows} in {total} sets</source>
        <translation>{rows} in {total} Sets</translation>
    </message>
    <message>
        <source>{rows} of {total}</source>
        <translation>{rows} von {total}</translation>
    </message>
    <message>
        <source>No mapper, tag, genre or language is excluded</source>
        <translation>Kein Mapper, Tag, Genre und keine Sprache ist ausgeschlossen</translation>
    </message>
    <message>
        <source>Choose in the settings …</source>
        <translation>In den Einstellungen wählen …</translation>
    </message>
    <message>
        <source>The list starts where this address points, and not at its top.</source>
        <translation>Die Liste beginnt dort, wohin diese Adresse zeigt, und nicht ganz oben.</translation>
    </message>
    <message>
        <source>The list starts at row {number}, where this address points.</source>
        <translation>Die Liste beginnt bei Zeile {number}, wohin diese Adresse zeigt.</translation>
    </message>
    <message>
        <source>You stopped last time at about row {number} of “{search}”.</source>
        <translation>Zuletzt warst du etwa bei Zeile {number} von „{search}“.</translation>
    </message>
    <message>
        <source>You stopped last time among the first of “{search}”.</source>
        <translation>Zuletzt warst du unter den ersten von „{search}“.</translation>
    </message>
    <message>
        <source>You stopped last time at about row {number} of all beatmaps.</source>
        <translation>Zuletzt warst du etwa bei Zeile {number} aller Beatmaps.</translation>
    </message>
    <message>
        <source>You stopped last time among the first of all beatmaps.</source>
        <translation>Zuletzt warst du unter den ersten aller Beatmaps.</translation>
    </message>
    <message>
        <source>They were ordered by: {order}.</source>
        <translation>Sortiert waren sie nach: {order}.</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>Dort weiter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>A number; &gt;5 or &lt;5 leaves 5 itself out</source>
        <translation>Eine Zahl; &gt;5 oder &lt;5 lässt 5 selbst aus</translation>
    </message>
    <message>
        <source>Seconds, or a time such as 1:30 or 2m30s</source>
        <translation>Sekunden oder eine Zeit wie 1:30 oder 2m30s</translation>
    </message>
    <message>
        <source>A year, month or day, such as 2020, 2020-05 or 2020-05-31</source>
        <translation>Ein Jahr, Monat oder Tag wie 2020, 2020-05 oder 2020-05-31</translation>
    </message>
    <message>
        <source>One of {names}, or its beginning</source>
        <translation>Eines von {names} oder dessen Anfang</translation>
    </message>
    <message>
        <source>No search is saved yet. “Save this one” keeps the filters that are set now.</source>
        <translation>Noch ist keine Suche gespeichert. „Diese speichern“ merkt sich die jetzigen Filter.</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Save this one</source>
        <translation>Diese speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{name}  ·  {count} new</source>
        <translation>{name}  ·  {count} neue</translation>
    </message>
    <message numerus="yes">
        <source>What is new in %n search(es) could not be asked: {text}</source>
        <translation>
            <numerusform>Was in einer Suche neu ist, ließ sich nicht abfragen: {text}</numerusform>
            <numerusform>Was in %n Suchen neu ist, ließ sich nicht abfragen: {text}</numerusform>
        </translation>
    </message>
    <message>
        <source>What is new could not be asked: {text}</source>
        <translation>Was neu ist, ließ sich nicht abfragen: {text}</translation>
    </message>
    <message>
        <source>There is no room for more saved searches.</source>
        <translation>Für weitere gespeicherte Suchen ist kein Platz.</translation>
    </message>
    <message>
        <source>This is no search of the listing of osu!.</source>
        <translation>Das ist keine Suche in der Beatmap-Liste von osu!.</translation>
    </message>
    <message>
        <source>This beatmap is not on osu! any more.</source>
        <translation>Diese Beatmap gibt es auf osu! nicht mehr.</translation>
    </message>
    <message>
        <source>Sort all on osu!</source>
        <translation>Alle auf osu! sortieren</translation>
    </message>
    <message>
        <source>No difficulty came from osu!.</source>
        <translation>Von osu! kam keine Schwierigkeit.</translation>
    </message>
    <message>
        <source>No beatmap came from osu!.</source>
        <translation>Von osu! kam keine Beatmap.</translation>
    </message>
    <message>
        <source>No difficulty is found with: {filters}.</source>
        <translation>Keine Schwierigkeit gefunden mit: {filters}.</translation>
    </message>
    <message>
        <source>No beatmap is found with: {filters}.</source>
        <translation>Keine Beatmap gefunden mit: {filters}.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Beatmaps are seen when you are signed in to osu!.</source>
        <translation>Beatmaps sind erst nach dem Anmelden bei osu! zu sehen.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Components of the program</source>
        <translation>Bestandteile des Programms</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>Lizenztext</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>osubrowser is under the MIT licence. What it consists of has its own licences.</source>
        <translation>osubrowser steht unter der MIT-Lizenz. Seine Bestandteile haben eigene Lizenzen.</translation>
    </message>
    <message>
        <source>The licence texts cannot be read.</source>
        <translation>Die Lizenztexte lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The title is on the clipboard.</source>
        <translation>Der Titel ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The number is on the clipboard.</source>
        <translation>Die Nummer ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>Die Nummern sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The checksum is on the clipboard.</source>
        <translation>Die Prüfsumme ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No program on this computer opens the links of osu!.</source>
        <translation>Kein Programm auf diesem Computer öffnet die Links von osu!.</translation>
    </message>
    <message numerus="yes">
        <source>Copy the numbers of &amp;all %n difficulties</source>
        <translation>
            <numerusform>Nummer &amp;aller %n Schwierigkeit kopieren</numerusform>
            <numerusform>Nummern &amp;aller %n Schwierigkeiten kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Beatmaps with songs of {artist}</source>
        <translation>Beatmaps mit Liedern von {artist}</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;title</source>
        <translation>&amp;Titel kopieren</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <comment>verb</comment>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy the link of the &amp;game</source>
        <translation>Link des &amp;Spiels kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;number of the set</source>
        <translation>&amp;Nummer des Sets kopieren</translation>
    </message>
    <message>
        <source>Copy the number of the &amp;difficulty</source>
        <translation>Nummer der Schwierig&amp;keit kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;checksum</source>
        <translation>&amp;Prüfsumme kopieren</translation>
    </message>
    <message>
        <source>Difficulties, {mode}</source>
        <translation>Schwierigkeiten, {mode}</translation>
    </message>
    <message>
        <source>There are no difficulties in this ruleset.</source>
        <translation>In diesem Modus gibt es keine Schwierigkeiten.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Type of discussion</source>
        <translation>Art der Diskussion</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>Nur offene</translation>
    </message>
    <message>
        <source>Problems and suggestions that are not resolved</source>
        <translation>Probleme und Vorschläge, die nicht gelöst sind</translation>
    </message>
    <message>
        <source>Search the discussion</source>
        <translation>Diskussion durchsuchen</translation>
    </message>
    <message>
        <source>Show only threads with these words</source>
        <translation>Nur Stränge mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>Difficulty, author, order, words</source>
        <translation>Schwierigkeit, Autor, Reihenfolge, Wörter</translation>
    </message>
    <message>
        <source>Open only ({count})</source>
        <translation>Nur offene ({count})</translation>
    </message>
    <message>
        <source>Player #{id}</source>
        <translation>Spieler #{id}</translation>
    </message>
    <message>
        <source>Any difficulty</source>
        <translation>Alle Schwierigkeiten</translation>
    </message>
    <message>
        <source>Any author</source>
        <translation>Alle Autoren</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Diskussion</translation>
    </message>
    <message>
        <source>Nothing has happened to this beatmapset yet.</source>
        <translation>Mit diesem Beatmapset ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>The discussion of this address is not here: it was deleted or is hidden.</source>
        <translation>Die Diskussion dieser Adresse ist nicht hier: sie wurde gelöscht oder ist verborgen.</translation>
    </message>
    <message>
        <source>Nothing has been said about this beatmapset yet.</source>
        <translation>Über dieses Beatmapset wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>No discussion meets these filters.</source>
        <translation>Keine Diskussion passt zu diesen Filtern.</translation>
    </message>
    <message numerus="yes">
        <source>This looked among %n discussion(s).</source>
        <translation>
            <numerusform>Gesucht wurde in %n Diskussion.</numerusform>
            <numerusform>Gesucht wurde in %n Diskussionen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) loaded</source>
        <translation>
            <numerusform>%n Ereignis geladen</numerusform>
            <numerusform>%n Ereignisse geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discussion(s)</source>
        <translation>
            <numerusform>%n Diskussion</numerusform>
            <numerusform>%n Diskussionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discussion(s) loaded so far</source>
        <translation>
            <numerusform>Bisher %n Diskussion geladen</numerusform>
            <numerusform>Bisher %n Diskussionen geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n discussion(s)</source>
        <translation>
            <numerusform>{shown} von %n Diskussion</numerusform>
            <numerusform>{shown} von %n Diskussionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n discussion(s) loaded so far</source>
        <translation>
            <numerusform>{shown} von bisher %n geladenen Diskussion</numerusform>
            <numerusform>{shown} von bisher %n geladenen Diskussionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Play the preview of the song</source>
        <translation>Vorschau des Liedes abspielen</translation>
    </message>
    <message>
        <source>Open in osu!</source>
        <translation>In osu! öffnen</translation>
    </message>
    <message>
        <source>Open the set in the game, which can download it</source>
        <translation>Das Set im Spiel öffnen, das es herunterladen kann</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Gefällt mir</translation>
    </message>
    <message>
        <source>Mark the set as liked, on this computer</source>
        <translation>Das Set mit „Gefällt mir“ markieren, auf diesem Computer</translation>
    </message>
    <message>
        <source>Mark the set as seen, on this computer</source>
        <translation>Das Set als gesehen markieren, auf diesem Computer</translation>
    </message>
    <message>
        <source>Leave the set out of the listing, on this computer</source>
        <translation>Das Set in der Liste weglassen, auf diesem Computer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that can be done with this set</source>
        <translation>Was sich mit diesem Set noch tun lässt</translation>
    </message>
    <message>
        <source>Beatmapset: {title}</source>
        <translation>Beatmapset: {title}</translation>
    </message>
    <message>
        <source>Mapper: {text}</source>
        <translation>Mapper: {text}</translation>
    </message>
    <message>
        <source>mapped by</source>
        <translation>gemappt von</translation>
    </message>
    <message>
        <source>with</source>
        <comment>guest mappers</comment>
        <translation>mit</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s):</source>
        <translation>
            <numerusform>%n Änderung:</numerusform>
            <numerusform>%n Änderungen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>On the page of a beatmapset</source>
        <translation>Auf der Seite eines Beatmapsets</translation>
    </message>
    <message>
        <source>Hide in the listing, or show again</source>
        <translation>In der Liste aus- oder wieder einblenden</translation>
    </message>
    <message>
        <source>Easier difficulty</source>
        <translation>Leichtere Schwierigkeit</translation>
    </message>
    <message>
        <source>Harder difficulty</source>
        <translation>Schwerere Schwierigkeit</translation>
    </message>
    <message>
        <source>There is no discussion with the number {number} on a beatmapset.</source>
        <translation>Zu keinem Beatmapset gibt es eine Diskussion mit der Nummer {number}.</translation>
    </message>
    <message>
        <source>It may be deleted or hidden, or about something else.</source>
        <translation>Sie ist vielleicht gelöscht oder verborgen, oder es geht darin um etwas anderes.</translation>
    </message>
    <message>
        <source>There is no difficulty with the number {id}: unknown, or deleted.</source>
        <translation>Es gibt keine Schwierigkeit mit der Nummer {id}: unbekannt oder gelöscht.</translation>
    </message>
    <message>
        <source>There is no beatmapset with the number {id}: unknown, or deleted.</source>
        <translation>Es gibt kein Beatmapset mit der Nummer {id}: unbekannt oder gelöscht.</translation>
    </message>
    <message>
        <source>osu! shows no beatmaps that were deleted or taken down.</source>
        <translation>osu! zeigt keine gelöschten oder entfernten Beatmaps.</translation>
    </message>
    <message>
        <source>Mod: {name}</source>
        <translation>Mod: {name}</translation>
    </message>
    <message>
        <source>Speed of the song</source>
        <translation>Geschwindigkeit des Liedes</translation>
    </message>
    <message>
        <source>as is</source>
        <comment>value of a difficulty setting</comment>
        <translation>normal</translation>
    </message>
    <message>
        <source>{name}, adjusted</source>
        <translation>{name}, angepasst</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Fails and exits</source>
        <translation>Fails und Abbrüche</translation>
    </message>
    <message>
        <source>osu! has not counted fails of it.</source>
        <translation>osu! hat dafür keine Fails gezählt.</translation>
    </message>
    <message>
        <source>Nobody has rated it yet.</source>
        <translation>Noch niemand hat sie bewertet.</translation>
    </message>
    <message>
        <source>Tags that players voted for</source>
        <translation>Tags, für die Spieler gestimmt haben</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Fails</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Abbrüche</translation>
    </message>
    <message>
        <source>The figures are on the clipboard.</source>
        <translation>Die Werte sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>About the beatmapset</source>
        <translation>Über das Beatmapset</translation>
    </message>
    <message>
        <source>The mapper has written nothing here.</source>
        <translation>Der Mapper hat hier nichts geschrieben.</translation>
    </message>
    <message>
        <source>osu! asks us to wait {seconds} for the stars.</source>
        <translation>osu! bittet, {seconds} auf die Sterne zu warten.</translation>
    </message>
    <message>
        <source>They come by themselves then.</source>
        <translation>Danach kommen sie von selbst.</translation>
    </message>
    <message>
        <source>osu! has no star rating for this ruleset with these mods.</source>
        <translation>osu! hat für diesen Modus mit diesen Mods keine Sternebewertung.</translation>
    </message>
    <message>
        <source>osu! cannot calculate the stars with these mods at the moment.</source>
        <translation>osu! kann die Sterne mit diesen Mods gerade nicht berechnen.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>calculated here, by the formula of the pp below</source>
        <translation>hier berechnet, mit der Formel der pp darunter</translation>
    </message>
    <message>
        <source>The pp need the file of the difficulty, which could not be fetched.</source>
        <translation>Die pp brauchen die Datei der Schwierigkeit, die sich nicht abrufen ließ.</translation>
    </message>
    <message>
        <source>The pp are being calculated.</source>
        <translation>Die pp werden berechnet.</translation>
    </message>
    <message>
        <source>Formula of the pp</source>
        <translation>Formel der pp</translation>
    </message>
    <message>
        <source>discussion {id}</source>
        <translation>Diskussion {id}</translation>
    </message>
    <message>
        <source>beatmapset {id}</source>
        <translation>Beatmapset {id}</translation>
    </message>
    <message>
        <source>beatmap {id}</source>
        <translation>Beatmap {id}</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Freunde</translation>
    </message>
    <message>
        <source>Global</source>
        <comment>leaderboard</comment>
        <translation>Global</translation>
    </message>
    <message>
        <source>Country</source>
        <comment>leaderboard</comment>
        <translation>Land</translation>
    </message>
    <message>
        <source>Friends</source>
        <comment>leaderboard</comment>
        <translation>Freunde</translation>
    </message>
    <message>
        <source>Team</source>
        <comment>leaderboard</comment>
        <translation>Team</translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation>Bestenliste</translation>
    </message>
    <message>
        <source>Stable only</source>
        <translation>Nur Stable</translation>
    </message>
    <message>
        <source>The leaderboard of osu!(stable), ordered by its own score</source>
        <translation>Die Bestenliste von osu!(stable), nach dessen eigenem Score</translation>
    </message>
    <message>
        <source>Scores of a player here</source>
        <translation>Scores eines Spielers hier</translation>
    </message>
    <message>
        <source>Show all scores of a player: name or id</source>
        <translation>Alle Scores eines Spielers zeigen: Name oder ID</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show the leaderboard again</source>
        <translation>Die Bestenliste wieder zeigen</translation>
    </message>
    <message>
        <source>Show the players of all countries again</source>
        <translation>Die Spieler aller Länder wieder zeigen</translation>
    </message>
    <message>
        <source>About these scores</source>
        <translation>Über diese Scores</translation>
    </message>
    <message>
        <source>Save top …</source>
        <translation>Beste speichern …</translation>
    </message>
    <message>
        <source>Save the replays of the first scores, as they are shown</source>
        <translation>Die Replays der ersten Scores speichern, wie sie gezeigt sind</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Select two scores to see them side by side</source>
        <translation>Zwei Scores auswählen, um sie nebeneinander zu sehen</translation>
    </message>
    <message>
        <source>Only {country}  ×</source>
        <translation>Nur {country}  ×</translation>
    </message>
    <message>
        <source>Only {country}: show all countries</source>
        <translation>Nur {country}: alle Länder zeigen</translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>Den ersten</numerusform>
            <numerusform>Die ersten %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>Den einen</numerusform>
            <numerusform>Alle %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the scores</source>
        <translation>Zurück zu den Scores</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left} und {right}</translation>
    </message>
    <message>
        <source>{name}, 1st</source>
        <translation>{name}, 1.</translation>
    </message>
    <message>
        <source>{name}, 2nd</source>
        <translation>{name}, 2.</translation>
    </message>
    <message>
        <source>Two scores side by side</source>
        <translation>Zwei Scores nebeneinander</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>This row is a figure.</source>
        <translation>Diese Zeile ist ein Wert.</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>with or without it</source>
        <translation>mit oder ohne</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>One click: required. Two: with or without it. Three: left out. With the keyboard: R, O, X, Delete.</source>
        <translation>Ein Klick: erforderlich. Zwei: mit oder ohne. Drei: ausgelassen. Mit der Tastatur: R, O, X, Entf.</translation>
    </message>
    <message>
        <source>Mods of the scores</source>
        <translation>Mods der Scores</translation>
    </message>
    <message numerus="yes">
        <source>%n leaderboards, one after another</source>
        <translation>
            <numerusform>%n Bestenliste</numerusform>
            <numerusform>%n Bestenlisten, eine nach der anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mods of the scores: required, optional, or left out</source>
        <translation>Die Mods der Scores wählen: erforderlich, möglich oder ausgelassen</translation>
    </message>
    <message>
        <source>All scores</source>
        <translation>Alle Scores</translation>
    </message>
    <message>
        <source>Save replay</source>
        <translation>Replay speichern</translation>
    </message>
    <message>
        <source>Leaderboard {number} of {count}: {mods} …</source>
        <translation>Bestenliste {number} von {count}: {mods} …</translation>
    </message>
    <message>
        <source>any mods</source>
        <translation>alle Mods</translation>
    </message>
    <message>
        <source>Your best</source>
        <translation>Dein bester</translation>
    </message>
    <message>
        <source>Best of {name}</source>
        <translation>Bester von {name}</translation>
    </message>
    <message>
        <source>There are no scores to save yet.</source>
        <translation>Es gibt noch keine Scores zu speichern.</translation>
    </message>
    <message>
        <source>This difficulty has no leaderboard.</source>
        <translation>Diese Schwierigkeit hat keine Bestenliste.</translation>
    </message>
    <message>
        <source>Ranked, approved, qualified and loved beatmaps have one.</source>
        <translation>Beatmaps, die Ranked, Approved, Qualified oder Loved sind, haben eine.</translation>
    </message>
    <message>
        <source>This score has no page of its own.</source>
        <translation>Dieser Score hat keine eigene Seite.</translation>
    </message>
    <message>
        <source>Nobody of your country has a score here.</source>
        <translation>Niemand aus deinem Land hat hier einen Score.</translation>
    </message>
    <message>
        <source>Nobody of your friends has a score here.</source>
        <translation>Keiner deiner Freunde hat hier einen Score.</translation>
    </message>
    <message>
        <source>Nobody of your team has a score here.</source>
        <translation>Niemand aus deinem Team hat hier einen Score.</translation>
    </message>
    <message>
        <source>Nobody of your country has a score that fits “{mods}” here.</source>
        <translation>Niemand aus deinem Land hat hier einen Score, der zu „{mods}“ passt.</translation>
    </message>
    <message>
        <source>Nobody of your friends has a score that fits “{mods}” here.</source>
        <translation>Keiner deiner Freunde hat hier einen Score, der zu „{mods}“ passt.</translation>
    </message>
    <message>
        <source>Nobody of your team has a score that fits “{mods}” here.</source>
        <translation>Niemand aus deinem Team hat hier einen Score, der zu „{mods}“ passt.</translation>
    </message>
    <message>
        <source>The scores of your country are seen when you are signed in as a player.</source>
        <translation>Die Scores deines Landes sind erst zu sehen, wenn ein Spieler angemeldet ist.</translation>
    </message>
    <message>
        <source>The scores of your friends are seen when you are signed in as a player.</source>
        <translation>Die Scores deiner Freunde sind erst zu sehen, wenn ein Spieler angemeldet ist.</translation>
    </message>
    <message>
        <source>The scores of your team are seen when you are signed in as a player.</source>
        <translation>Die Scores deines Teams sind erst zu sehen, wenn ein Spieler angemeldet ist.</translation>
    </message>
    <message>
        <source>osu! shows the scores of your country to its supporters only.</source>
        <translation>osu! zeigt die Scores deines Landes nur Supportern.</translation>
    </message>
    <message>
        <source>osu! shows the scores of your friends to its supporters only.</source>
        <translation>osu! zeigt die Scores deiner Freunde nur Supportern.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n scores</source>
        <translation>
            <numerusform>{shown} von %n Score</numerusform>
            <numerusform>{shown} von %n Scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merged from %n leaderboards</source>
        <translation>
            <numerusform>aus %n Bestenliste</numerusform>
            <numerusform>aus %n Bestenlisten zusammengeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>This player has no score that fits “{mods}” on this difficulty in {mode}.</source>
        <translation>Dieser Spieler hat auf dieser Schwierigkeit in {mode} keinen Score, der zu „{mods}“ passt.</translation>
    </message>
    <message>
        <source>This player has no score on this difficulty in {mode}.</source>
        <translation>Dieser Spieler hat auf dieser Schwierigkeit keinen Score in {mode}.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody of the country {country} is among the first scores here.</source>
        <translation>Niemand aus dem Land {country} ist hier unter den ersten Scores.</translation>
    </message>
    <message>
        <source>Show all countries</source>
        <translation>Alle Länder zeigen</translation>
    </message>
    <message>
        <source>A player without a team sees nobody.</source>
        <translation>Ein Spieler ohne Team sieht niemanden.</translation>
    </message>
    <message>
        <source>Nobody has a score that fits “{mods}” in {mode}.</source>
        <translation>Niemand hat in {mode} einen Score, der zu „{mods}“ passt.</translation>
    </message>
    <message>
        <source>Open &amp;player {player}</source>
        <translation>&amp;Spieler {player} öffnen</translation>
    </message>
    <message>
        <source>&amp;All scores of {player} here</source>
        <translation>&amp;Alle Scores von {player} hier</translation>
    </message>
    <message>
        <source>Ranking of {country}</source>
        <translation>Rangliste von {country}</translation>
    </message>
    <message>
        <source>Show only {country}</source>
        <translation>Nur {country} zeigen</translation>
    </message>
    <message>
        <source>Nobody has a score on this difficulty in {mode} yet.</source>
        <translation>Noch niemand hat auf dieser Schwierigkeit einen Score in {mode}.</translation>
    </message>
    <message>
        <source>You look around as a guest.</source>
        <translation>Du siehst dich als Gast um.</translation>
    </message>
    <message>
        <source>Scores are seen when you are signed in to osu!.</source>
        <translation>Scores sind erst nach dem Anmelden bei osu! zu sehen.</translation>
    </message>
    <message>
        <source>The global leaderboard is open to everybody.</source>
        <translation>Die globale Bestenliste steht allen offen.</translation>
    </message>
    <message>
        <source>osu! knows no player “{name}”.</source>
        <translation>osu! kennt keinen Spieler „{name}“.</translation>
    </message>
    <message>
        <source>Or the player is restricted.</source>
        <translation>Oder der Spieler ist gesperrt.</translation>
    </message>
    <message>
        <source>osu! does not have this difficulty any more.</source>
        <translation>osu! hat diese Schwierigkeit nicht mehr.</translation>
    </message>
    <message>
        <source>Show all &amp;countries</source>
        <translation>Alle Länder &amp;zeigen</translation>
    </message>
    <message>
        <source>Co&amp;mpare these two</source>
        <translation>Diese beiden &amp;vergleichen</translation>
    </message>
    <message>
        <source>Recently seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Add what an exported file holds</source>
        <translation>Hinzufügen, was eine exportierte Datei enthält</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write bookmarks and recently seen places to a file</source>
        <translation>Lesezeichen und zuletzt Gesehenes in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Forget all …</source>
        <translation>Alles vergessen …</translation>
    </message>
    <message>
        <source>{titles}: filter by words</source>
        <translation>{titles}: nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Open all in &amp;background</source>
        <translation>Alle im &amp;Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;links</source>
        <translation>&amp;Links kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;titles</source>
        <translation>&amp;Titel kopieren</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Add to boo&amp;kmarks</source>
        <translation>Zu den Lese&amp;zeichen hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Edit title and note</source>
        <translation>Titel und Notiz b&amp;earbeiten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>{text}, in the demo</source>
        <translation>{text}, in der Demo</translation>
    </message>
    <message>
        <source>Opening the file …</source>
        <translation>Die Datei wird geöffnet …</translation>
    </message>
    <message>
        <source>Import from a file …</source>
        <translation>Aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message>
        <source>No bookmark has the words “{words}”.</source>
        <translation>Kein Lesezeichen enthält „{words}“.</translation>
    </message>
    <message>
        <source>No place that was seen lately has the words “{words}”.</source>
        <translation>Nichts zuletzt Gesehenes enthält „{words}“.</translation>
    </message>
    <message>
        <source>There are no bookmarks yet: they keep any page, with a note of your own.</source>
        <translation>Noch keine Lesezeichen: sie merken sich jede Seite, mit einer eigenen Notiz.</translation>
    </message>
    <message>
        <source>Nothing was seen yet: each page comes here once it was shown.</source>
        <translation>Noch nichts angesehen: jede gezeigte Seite kommt hierher.</translation>
    </message>
    <message>
        <source>See the rankings</source>
        <translation>Zu den Ranglisten</translation>
    </message>
    <message numerus="yes">
        <source>Forget all %n places that you have seen? It cannot be undone.</source>
        <translation>
            <numerusform>Den einen Ort vergessen, den du gesehen hast? Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>Alle %n Orte vergessen, die du gesehen hast? Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Removed “{title}”.</source>
        <translation>„{title}“ entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n bookmarks.</source>
        <translation>
            <numerusform>%n Lesezeichen entfernt.</numerusform>
            <numerusform>%n Lesezeichen entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgot “{title}”.</source>
        <translation>„{title}“ vergessen.</translation>
    </message>
    <message numerus="yes">
        <source>Forgot %n places seen lately.</source>
        <translation>
            <numerusform>%n zuletzt gesehenen Ort vergessen.</numerusform>
            <numerusform>%n zuletzt gesehene Orte vergessen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were left out: not understood, there twice, or no room.</source>
        <translation>
            <numerusform>Ein Eintrag wurde ausgelassen: nicht verstanden, doppelt oder kein Platz.</numerusform>
            <numerusform>%n Einträge wurden ausgelassen: nicht verstanden, doppelt oder kein Platz.</numerusform>
        </translation>
    </message>
    <message>
        <source>The star beside the address keeps the place that is open.</source>
        <translation>Der Stern neben der Adresse merkt sich den geöffneten Ort.</translation>
    </message>
    <message>
        <source>{key}, or the star beside the address, keeps the place that is open.</source>
        <translation>{key} oder der Stern neben der Adresse merkt sich den geöffneten Ort.</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} und {last}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) seen lately</source>
        <translation>
            <numerusform>%n zuletzt gesehener Ort</numerusform>
            <numerusform>%n zuletzt gesehene Orte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked beatmap set(s)</source>
        <translation>
            <numerusform>%n markiertes Beatmapset</numerusform>
            <numerusform>%n markierte Beatmapsets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es)</source>
        <translation>
            <numerusform>%n gespeicherte Suche</numerusform>
            <numerusform>%n gespeicherte Suchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n Lesezeichen</numerusform>
            <numerusform>%n Lesezeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Written to {path}: {entries}.</source>
        <translation>Geschrieben nach {path}: {entries}.</translation>
    </message>
    <message>
        <source>Added: {entries}.</source>
        <translation>Hinzugefügt: {entries}.</translation>
    </message>
    <message>
        <source>Nothing was added: all that this file holds was here already.</source>
        <translation>Nichts hinzugefügt: alles in dieser Datei war schon hier.</translation>
    </message>
    <message>
        <source>Clear the filter first: then the order is whole.</source>
        <translation>Zuerst den Filter löschen: dann ist die Reihenfolge vollständig.</translation>
    </message>
    <message>
        <source>It is bookmarked.</source>
        <translation>Lesezeichen gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n are bookmarked.</source>
        <translation>
            <numerusform>Lesezeichen gesetzt.</numerusform>
            <numerusform>%n Lesezeichen gesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be bookmarked.</source>
        <translation>Dafür lassen sich keine Lesezeichen setzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks are selected.</source>
        <translation>
            <numerusform>%n Lesezeichen ist ausgewählt.</numerusform>
            <numerusform>%n Lesezeichen sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No bookmark is selected.</source>
        <translation>Kein Lesezeichen ist ausgewählt.</translation>
    </message>
    <message>
        <source>Added {when}</source>
        <translation>Hinzugefügt: {when}</translation>
    </message>
    <message>
        <source>Bookmarks of osubrowser (*.json)</source>
        <translation>Lesezeichen von osubrowser (*.json)</translation>
    </message>
    <message>
        <source>Everything, for another osubrowser (*.json)</source>
        <translation>Alles, für ein anderes osubrowser (*.json)</translation>
    </message>
    <message>
        <source>Figures as a table (*.csv)</source>
        <translation>Werte als Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Histories (*.json *.csv)</source>
        <translation>Verläufe (*.json *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Den Verlauf exportieren</translation>
    </message>
    <message>
        <source>Import a history, or figures of osu!track</source>
        <translation>Einen Verlauf importieren, oder Werte von osu!track</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: nothing was exported.</source>
        <translation>Abgebrochen: Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>Cancelled. What was imported so far stays.</source>
        <translation>Abgebrochen. Was bis dahin importiert wurde, bleibt.</translation>
    </message>
    <message>
        <source>Exported to {name}: {rows}.</source>
        <translation>Nach {name} exportiert: {rows}.</translation>
    </message>
    <message>
        <source>Deleted: {rows}.</source>
        <translation>Gelöscht: {rows}.</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n new row(s).</source>
        <translation>
            <numerusform>Importiert: %n neue Zeile.</numerusform>
            <numerusform>Importiert: %n neue Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were known.</source>
        <translation>
            <numerusform>%n Zeile war bekannt.</numerusform>
            <numerusform>%n Zeilen waren bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read.</source>
        <translation>
            <numerusform>%n Zeile war nicht lesbar.</numerusform>
            <numerusform>%n Zeilen waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import has failed.</source>
        <translation>Der Import ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Export bookmarks, places seen lately, marks and saved searches</source>
        <translation>Lesezeichen, zuletzt Gesehenes, Markierungen und gespeicherte Suchen exportieren</translation>
    </message>
    <message>
        <source>Import bookmarks, places seen lately, marks and saved searches</source>
        <translation>Lesezeichen, zuletzt Gesehenes, Markierungen und gespeicherte Suchen importieren</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Nichts wurde exportiert.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>This build has no special changes.</source>
        <translation>Dieser Build hat keine besonderen Änderungen.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Show this build and the previous one side by side</source>
        <translation>Diesen und den vorigen Build nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Build {key}</source>
        <translation>Build {key}</translation>
    </message>
    <message>
        <source>osu! has no build “{key}”.</source>
        <translation>osu! hat keinen Build „{key}“.</translation>
    </message>
    <message>
        <source>All builds are in the changelog.</source>
        <translation>Alle Builds stehen im Changelog.</translation>
    </message>
    <message>
        <source>All builds</source>
        <translation>Alle Builds</translation>
    </message>
    <message>
        <source>Video (in the web browser)</source>
        <translation>Video (im Browser)</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>verb</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Changes in the older build</source>
        <translation>Änderungen im älteren Build</translation>
    </message>
    <message>
        <source>Changes in the newer build</source>
        <translation>Änderungen im neueren Build</translation>
    </message>
    <message>
        <source>Older · between · newer</source>
        <translation>Älter · dazwischen · neuer</translation>
    </message>
    <message>
        <source>All changes between</source>
        <translation>Alle Änderungen dazwischen</translation>
    </message>
    <message>
        <source>Show the changes from the older to the newer build, as a table</source>
        <translation>Änderungen vom älteren zum neueren Build als Tabelle zeigen</translation>
    </message>
    <message>
        <source>{older} and {newer}</source>
        <translation>{older} und {newer}</translation>
    </message>
    <message>
        <source>osu! has no such builds of {stream}: {versions}.</source>
        <translation>osu! hat keine solchen Builds von {stream}: {versions}.</translation>
    </message>
    <message>
        <source>{one} in the older build, {two} between them, {three} in the newer build</source>
        <translation>{one} im älteren Build, {two} dazwischen, {three} im neueren Build</translation>
    </message>
    <message>
        <source>Choose versions of one stream.</source>
        <translation>Versionen desselben Streams wählen.</translation>
    </message>
    <message>
        <source>The two newest builds</source>
        <translation>Die zwei neuesten Builds</translation>
    </message>
    <message>
        <source>On the page of a build</source>
        <translation>Auf der Seite eines Builds</translation>
    </message>
    <message>
        <source>Next build</source>
        <translation>Nächster Build</translation>
    </message>
    <message>
        <source>Previous build</source>
        <translation>Voriger Build</translation>
    </message>
    <message>
        <source>Version of a build, such as 20260624.1 or 2026.630.0; press Return</source>
        <translation>Version eines Builds, etwa 20260624.1 oder 2026.630.0; Enter drücken</translation>
    </message>
    <message>
        <source>From build</source>
        <translation>Von Build</translation>
    </message>
    <message>
        <source>To build</source>
        <translation>Bis Build</translation>
    </message>
    <message>
        <source>Changelog: {shown}</source>
        <translation>Changelog: {shown}</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) loaded</source>
        <translation>
            <numerusform>%n Build geladen</numerusform>
            <numerusform>%n Builds geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>osu! has no builds of {stream} {limits}.</source>
        <translation>osu! hat {limits} keine Builds von {stream}.</translation>
    </message>
    <message>
        <source>osu! has no builds of {stream}.</source>
        <translation>osu! hat keine Builds von {stream}.</translation>
    </message>
    <message>
        <source>osu! has no builds {limits}.</source>
        <translation>osu! hat {limits} keine Builds.</translation>
    </message>
    <message>
        <source>osu! has no builds.</source>
        <translation>osu! hat keine Builds.</translation>
    </message>
    <message>
        <source>Show all builds</source>
        <translation>Alle Builds zeigen</translation>
    </message>
    <message>
        <source>osu! has no changes {limits}.</source>
        <translation>osu! hat {limits} keine Änderungen.</translation>
    </message>
    <message>
        <source>osu! has no changes.</source>
        <translation>osu! hat keine Änderungen.</translation>
    </message>
    <message>
        <source>osu! tells no page of this change.</source>
        <translation>osu! nennt keine Seite dieser Änderung.</translation>
    </message>
    <message>
        <source>Open the change</source>
        <translation>Änderung öffnen</translation>
    </message>
    <message>
        <source>Open the author</source>
        <translation>Autor öffnen</translation>
    </message>
    <message>
        <source>Changes since {name}</source>
        <translation>Änderungen seit {name}</translation>
    </message>
    <message>
        <source>Changes up to {name}</source>
        <translation>Änderungen bis {name}</translation>
    </message>
    <message>
        <source>Builds side by side</source>
        <translation>Builds nebeneinander</translation>
    </message>
    <message>
        <source>All streams</source>
        <translation>Alle Streams</translation>
    </message>
    <message>
        <source>Newest build {version}</source>
        <translation>Neuester Build {version}</translation>
    </message>
    <message>
        <source>Comment on {title}</source>
        <translation>Kommentar zu {title}</translation>
    </message>
    <message>
        <source>Comment {key}</source>
        <translation>Kommentar {key}</translation>
    </message>
    <message>
        <source>Comments on beatmapset {id}</source>
        <translation>Kommentare zum Beatmapset {id}</translation>
    </message>
    <message>
        <source>Comments on build {id}</source>
        <translation>Kommentare zum Build {id}</translation>
    </message>
    <message>
        <source>Comments on news post {id}</source>
        <translation>Kommentare zum News-Beitrag {id}</translation>
    </message>
    <message>
        <source>Open the beatmapset</source>
        <translation>Beatmapset öffnen</translation>
    </message>
    <message>
        <source>Open the build</source>
        <translation>Build öffnen</translation>
    </message>
    <message>
        <source>Open the news post</source>
        <translation>News-Beitrag öffnen</translation>
    </message>
    <message>
        <source>Player: name or id</source>
        <translation>Spieler: Name oder ID</translation>
    </message>
    <message>
        <source>Comments of a player</source>
        <translation>Kommentare eines Spielers</translation>
    </message>
    <message>
        <source>Type a name or an id, and press Return</source>
        <translation>Namen oder ID eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>Comments of {player}</source>
        <translation>Kommentare von {player}</translation>
    </message>
    <message>
        <source>osu! has no comment with the number {comment}.</source>
        <translation>osu! hat keinen Kommentar mit der Nummer {comment}.</translation>
    </message>
    <message>
        <source>Activity of all players</source>
        <translation>Aktivität aller Spieler</translation>
    </message>
    <message>
        <source>Nothing of this kind happened of late.</source>
        <translation>Zuletzt ist nichts dergleichen geschehen.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>osu! does not filter these: they are picked here, as the list loads on.</source>
        <translation>osu! filtert diese nicht: Sie werden hier ausgewählt, während die Liste weiterlädt.</translation>
    </message>
    <message>
        <source>No featured artist is called “{name}”.</source>
        <translation>Kein Featured Artist heißt „{name}“.</translation>
    </message>
    <message>
        <source>There are no featured artists.</source>
        <translation>Es gibt keine Featured Artists.</translation>
    </message>
    <message>
        <source>Show all artists</source>
        <translation>Alle Künstler zeigen</translation>
    </message>
    <message>
        <source>Tracks by this name</source>
        <translation>Titel unter diesem Namen</translation>
    </message>
    <message>
        <source>Beatmaps with this artist</source>
        <translation>Beatmaps mit diesem Künstler</translation>
    </message>
    <message>
        <source>Name of an artist</source>
        <translation>Name eines Künstlers</translation>
    </message>
    <message>
        <source>osu! lists no artists for programs: they are put together from their tracks.</source>
        <translation>osu! gibt Programmen keine Liste der Künstler: Sie entsteht hier aus ihren Stücken.</translation>
    </message>
    <message>
        <source>Show behind the welcome page</source>
        <translation>Hinter der Startseite zeigen</translation>
    </message>
    <message>
        <source>Show the selected picture behind the welcome page, here only</source>
        <translation>Das markierte Bild hinter der Startseite zeigen, nur hier</translation>
    </message>
    <message>
        <source>Show none there</source>
        <translation>Dort keines zeigen</translation>
    </message>
    <message>
        <source>There is no season at the moment.</source>
        <translation>Im Moment ist keine Saison.</translation>
    </message>
    <message>
        <source>osu! has seasonal backgrounds a few times a year.</source>
        <translation>osu! hat ein paar Mal im Jahr Saison-Hintergründe.</translation>
    </message>
    <message>
        <source>Show &amp;behind the welcome page</source>
        <translation>Hinter der &amp;Startseite zeigen</translation>
    </message>
    <message>
        <source>Show &amp;none there</source>
        <translation>Dort kei&amp;nes zeigen</translation>
    </message>
    <message>
        <source>Select the one picture that you want.</source>
        <translation>Erst das eine gewünschte Bild markieren.</translation>
    </message>
    <message>
        <source>This picture has no address.</source>
        <translation>Dieses Bild hat keine Adresse.</translation>
    </message>
    <message>
        <source>It is behind the welcome page now.</source>
        <translation>Es ist jetzt hinter der Startseite.</translation>
    </message>
    <message>
        <source>The welcome page has no picture.</source>
        <translation>Die Startseite hat kein Bild.</translation>
    </message>
    <message>
        <source>the season ends on {day}</source>
        <translation>die Saison endet am {day}</translation>
    </message>
    <message>
        <source>Open the &amp;picture</source>
        <translation>&amp;Bild öffnen</translation>
    </message>
    <message>
        <source>osu! has no such events.</source>
        <translation>osu! hat keine solchen Ereignisse.</translation>
    </message>
    <message>
        <source>A player or a beatmap that does not exist has none either.</source>
        <translation>Ein Spieler oder eine Beatmap, die es nicht gibt, hat auch keine.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>This event leads nowhere: its beatmap is gone.</source>
        <translation>Dieses Ereignis führt nirgendwohin: Seine Beatmap gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Open the &amp;beatmap</source>
        <translation>&amp;Beatmap öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;discussion</source>
        <translation>&amp;Diskussion öffnen</translation>
    </message>
    <message>
        <source>Name or id of the player who did it</source>
        <translation>Name oder ID des Spielers, der es war</translation>
    </message>
    <message>
        <source>Beatmap set</source>
        <translation>Beatmapset</translation>
    </message>
    <message>
        <source>Id of the beatmap set</source>
        <translation>ID des Beatmapsets</translation>
    </message>
    <message>
        <source>From 2026-11-30</source>
        <translation>Ab 2026-11-30</translation>
    </message>
    <message>
        <source>First day, month or year, in UTC</source>
        <translation>Erster Tag, Monat oder erstes Jahr, in UTC</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To 2026-12</source>
        <translation>Bis 2026-12</translation>
    </message>
    <message>
        <source>Last day, month or year, in UTC</source>
        <translation>Letzter Tag, Monat oder letztes Jahr, in UTC</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Boards of the forum</source>
        <translation>Unterforen</translation>
    </message>
    <message>
        <source>osu! lists no boards.</source>
        <translation>osu! listet keine Unterforen auf.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>You have no friends on osu! yet: its website adds them.</source>
        <translation>Du hast noch keine Freunde bei osu!: Sie werden auf der Website hinzugefügt.</translation>
    </message>
    <message>
        <source>None of your friends is online, or shows it.</source>
        <translation>Keiner deiner Freunde ist online oder zeigt es.</translation>
    </message>
    <message>
        <source>All of your friends are online.</source>
        <translation>Alle deine Freunde sind online.</translation>
    </message>
    <message>
        <source>None of your friends has you as a friend.</source>
        <translation>Keiner deiner Freunde hat dich als Freund.</translation>
    </message>
    <message>
        <source>Show all friends</source>
        <translation>Alle Freunde zeigen</translation>
    </message>
    <message>
        <source>This player is not on osu! any more.</source>
        <translation>Diesen Spieler gibt es auf osu! nicht mehr.</translation>
    </message>
    <message>
        <source>Your friends, and who of them is online, are seen when you are signed in.</source>
        <translation>Deine Freunde, und wer von ihnen online ist, sind erst nach dem Anmelden zu sehen.</translation>
    </message>
    <message>
        <source>A guest has no friends list.</source>
        <translation>Ein Gast hat keine Freundesliste.</translation>
    </message>
    <message>
        <source>This sign-in did not ask for your list of friends.</source>
        <translation>Diese Anmeldung hat nicht nach der Freundesliste gefragt.</translation>
    </message>
    <message>
        <source>Sign out and in again to see it.</source>
        <translation>Ab- und wieder anmelden, um sie zu sehen.</translation>
    </message>
    <message>
        <source>{count} online</source>
        <translation>{count} online</translation>
    </message>
    <message>
        <source>Last seen first</source>
        <translation>Zuletzt gesehene zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By rank</source>
        <translation>Nach Rang</translation>
    </message>
    <message>
        <source>Multiplayer matches</source>
        <translation>Mehrspieler-Matches</translation>
    </message>
    <message>
        <source>running</source>
        <comment>matches</comment>
        <translation>laufend</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>matches</comment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>osu! has no matches of the stable client.</source>
        <translation>osu! hat keine Matches des Stable-Clients.</translation>
    </message>
    <message>
        <source>osu! has no running matches of the stable client.</source>
        <translation>osu! hat keine laufenden Matches des Stable-Clients.</translation>
    </message>
    <message>
        <source>osu! has no ended matches of the stable client.</source>
        <translation>osu! hat keine beendeten Matches des Stable-Clients.</translation>
    </message>
    <message>
        <source>Show all matches</source>
        <translation>Alle Matches zeigen</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>matches</comment>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>matches</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>A player who does not exist has none either.</source>
        <translation>Ein Spieler, den es nicht gibt, hat auch keine.</translation>
    </message>
    <message>
        <source>Id of the discussion</source>
        <translation>ID der Diskussion</translation>
    </message>
    <message>
        <source>This row leads nowhere: its discussion is gone.</source>
        <translation>Diese Zeile führt nirgendwohin: Ihre Diskussion gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Beatmap discussions</source>
        <translation>Beatmap-Diskussionen</translation>
    </message>
    <message>
        <source>osu! has no such discussions.</source>
        <translation>osu! hat keine solchen Diskussionen.</translation>
    </message>
    <message>
        <source>Show all discussions</source>
        <translation>Alle Diskussionen zeigen</translation>
    </message>
    <message>
        <source>osu! has no such posts.</source>
        <translation>osu! hat keine solchen Beiträge.</translation>
    </message>
    <message>
        <source>Show all posts</source>
        <translation>Alle Beiträge zeigen</translation>
    </message>
    <message>
        <source>osu! has no such votes.</source>
        <translation>osu! hat keine solchen Stimmen.</translation>
    </message>
    <message>
        <source>Show all votes</source>
        <translation>Alle Stimmen zeigen</translation>
    </message>
    <message>
        <source>Open &amp;voter {name}</source>
        <translation>&amp;Abstimmenden {name} öffnen</translation>
    </message>
    <message>
        <source>Open &amp;author {name} of the discussion</source>
        <translation>A&amp;utor der Diskussion {name} öffnen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>All beatmaps</source>
        <translation>Alle Beatmaps</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>Disqualifiziert</translation>
    </message>
    <message>
        <source>Never qualified</source>
        <translation>Nie Qualified</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>Ungelöst</translation>
    </message>
    <message>
        <source>Only suggestions and problems that are open</source>
        <translation>Nur offene Vorschläge und Probleme</translation>
    </message>
    <message>
        <source>Name or id of who started the discussion</source>
        <translation>Name oder ID dessen, der die Diskussion begonnen hat</translation>
    </message>
    <message>
        <source>First posts</source>
        <translation>Erste Beiträge</translation>
    </message>
    <message>
        <source>Resolved and reopened</source>
        <translation>Gelöst und wieder geöffnet</translation>
    </message>
    <message>
        <source>Name or id of who wrote the post</source>
        <translation>Name oder ID dessen, der den Beitrag geschrieben hat</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>For</source>
        <comment>votes</comment>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Against</source>
        <comment>votes</comment>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>Voter</source>
        <comment>filter</comment>
        <translation>Abstimmender</translation>
    </message>
    <message>
        <source>Name or id of who voted</source>
        <translation>Name oder ID dessen, der abgestimmt hat</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of rooms</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>rooms</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation>Playlists</translation>
    </message>
    <message>
        <source>No such room is open.</source>
        <translation>Kein solcher Raum ist offen.</translation>
    </message>
    <message>
        <source>No such room has ended.</source>
        <translation>Kein solcher Raum ist beendet.</translation>
    </message>
    <message>
        <source>osu! lists no such rooms.</source>
        <translation>osu! listet keine solchen Räume auf.</translation>
    </message>
    <message>
        <source>You have played in no such room.</source>
        <translation>Du hast in keinem solchen Raum gespielt.</translation>
    </message>
    <message>
        <source>You have opened no such room.</source>
        <translation>Du hast keinen solchen Raum geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>osu! lists %n room(s) at most</source>
        <translation>
            <numerusform>osu! listet höchstens %n Raum auf</numerusform>
            <numerusform>osu! listet höchstens %n Räume auf</numerusform>
        </translation>
    </message>
    <message>
        <source>season {number}</source>
        <translation>Saison {number}</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Show open playlists</source>
        <translation>Offene Playlists zeigen</translation>
    </message>
    <message>
        <source>Open &amp;host {name}</source>
        <translation>&amp;Gastgeber {name} öffnen</translation>
    </message>
    <message>
        <source>Open current &amp;beatmap</source>
        <translation>Aktuelle &amp;Beatmap öffnen</translation>
    </message>
    <message>
        <source>Rooms that you opened or played in are listed when you are signed in.</source>
        <translation>Räume, die du geöffnet oder in denen du gespielt hast, sind erst nach dem Anmelden aufgelistet.</translation>
    </message>
    <message>
        <source>A guest has none.</source>
        <translation>Ein Gast hat keine.</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Rooms of a season of spotlights, by its number</source>
        <translation>Räume einer Spotlight-Saison, nach deren Nummer</translation>
    </message>
    <message>
        <source>By end</source>
        <translation>Nach Ende</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>verb</comment>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Stop asking osu! for new scores</source>
        <translation>osu! nicht mehr nach neuen Scores fragen</translation>
    </message>
    <message>
        <source>Go to the newest scores</source>
        <translation>Zu den neuesten Scores</translation>
    </message>
    <message>
        <source>None of the newest scores fits.</source>
        <translation>Keiner der neuesten Scores passt.</translation>
    </message>
    <message>
        <source>It goes on: those that come and fit are shown here.</source>
        <translation>Es geht weiter: Was kommt und passt, erscheint hier.</translation>
    </message>
    <message>
        <source>Show all scores</source>
        <translation>Alle Scores zeigen</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>ask for scores again</comment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on asking osu! for new scores</source>
        <translation>osu! weiter nach neuen Scores fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n new score(s)</source>
        <translation>
            <numerusform>%n neuer Score</numerusform>
            <numerusform>%n neue Scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n score(s)</source>
        <translation>
            <numerusform>{shown} von %n Score</numerusform>
            <numerusform>{shown} von %n Scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s)</source>
        <translation>
            <numerusform>%n Score</numerusform>
            <numerusform>%n Scores</numerusform>
        </translation>
    </message>
    <message>
        <source>of {seen} seen</source>
        <translation>von {seen} gesehenen</translation>
    </message>
    <message>
        <source>some in between are missing</source>
        <translation>dazwischen fehlen einige</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>osu! did not answer, asked again within {wait} s</source>
        <translation>osu! hat nicht geantwortet, neuer Versuch in höchstens {wait} s</translation>
    </message>
    <message>
        <source>new ones every {every} s</source>
        <translation>neue alle {every} s</translation>
    </message>
    <message>
        <source>Newest scores</source>
        <translation>Neueste Scores</translation>
    </message>
    <message>
        <source>Name or id; picked here from what osu! sends</source>
        <translation>Name oder ID; hier aus dem ausgewählt, was osu! sendet</translation>
    </message>
    <message>
        <source>At least so many pp</source>
        <translation>Mindestens so viele pp</translation>
    </message>
    <message>
        <source>Picked here from what osu! sends</source>
        <translation>Hier aus dem ausgewählt, was osu! sendet</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Beatmap tags</source>
        <translation>Beatmap-Tags</translation>
    </message>
    <message>
        <source>osu! has no such tags.</source>
        <translation>osu! hat keine solchen Tags.</translation>
    </message>
    <message>
        <source>Show all tags</source>
        <translation>Alle Tags zeigen</translation>
    </message>
    <message>
        <source>Tracks of featured artists</source>
        <translation>Titel von Featured Artists</translation>
    </message>
    <message>
        <source>No track meets these filters.</source>
        <translation>Kein Titel passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Show all tracks</source>
        <translation>Alle Titel zeigen</translation>
    </message>
    <message>
        <source>Search tracks</source>
        <translation>Titel suchen</translation>
    </message>
    <message>
        <source>Title, artist or album</source>
        <translation>Titel, Künstler oder Album</translation>
    </message>
    <message>
        <source>The whole name, such as Electronic</source>
        <translation>Der ganze Name, etwa Electronic</translation>
    </message>
    <message>
        <source>Lowest BPM</source>
        <translation>Niedrigste BPM</translation>
    </message>
    <message>
        <source>BPM from</source>
        <translation>BPM ab</translation>
    </message>
    <message>
        <source>Highest BPM</source>
        <translation>Höchste BPM</translation>
    </message>
    <message>
        <source>BPM to</source>
        <translation>BPM bis</translation>
    </message>
    <message>
        <source>Shortest length</source>
        <translation>Kürzeste Länge</translation>
    </message>
    <message>
        <source>Length from</source>
        <translation>Länge ab</translation>
    </message>
    <message>
        <source>Such as 1:30</source>
        <translation>Etwa 1:30</translation>
    </message>
    <message>
        <source>Longest length</source>
        <translation>Längste Länge</translation>
    </message>
    <message>
        <source>Length to</source>
        <translation>Länge bis</translation>
    </message>
    <message>
        <source>Such as 3:00</source>
        <translation>Etwa 3:00</translation>
    </message>
    <message>
        <source>osu! originals</source>
        <translation>osu!-Originale</translation>
    </message>
    <message>
        <source>Only tracks that were made for osu!</source>
        <translation>Nur Titel, die für osu! gemacht wurden</translation>
    </message>
    <message>
        <source>Order of topics</source>
        <translation>Reihenfolge der Themen</translation>
    </message>
    <message>
        <source>Boards in this one</source>
        <translation>Unterforen von diesem</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Unterforen</translation>
    </message>
    <message>
        <source>Board {key}</source>
        <translation>Forum {key}</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>This board has no topics of its own.</source>
        <translation>Dieses Forum hat keine eigenen Themen.</translation>
    </message>
    <message>
        <source>A group has them in its boards.</source>
        <translation>Eine Gruppe hat sie in ihren Unterforen.</translation>
    </message>
    <message>
        <source>All boards</source>
        <translation>Alle Foren</translation>
    </message>
    <message>
        <source>The forum has no board {id} that you can read.</source>
        <translation>Ein lesbares Unterforum {id} gibt es nicht.</translation>
    </message>
    <message>
        <source>Open last post</source>
        <translation>Letzten Beitrag öffnen</translation>
    </message>
    <message>
        <source>It was deleted, or is for some groups of players only.</source>
        <translation>Es wurde gelöscht oder ist nur für manche Spielergruppen.</translation>
    </message>
    <message>
        <source>Options of the poll</source>
        <translation>Möglichkeiten der Umfrage</translation>
    </message>
    <message>
        <source>{text}: {votes} votes</source>
        <translation>{text}: {votes} Stimmen</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>Alle Beiträge</translation>
    </message>
    <message>
        <source>Only the author&apos;s</source>
        <translation>Nur vom Autor</translation>
    </message>
    <message>
        <source>Go to post</source>
        <translation>Zu Beitrag</translation>
    </message>
    <message>
        <source>Type a number of a post and press Enter</source>
        <translation>Nummer eines Beitrags eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>Type a number of a post (1 to {last}) and press Enter</source>
        <translation>Nummer eines Beitrags (1 bis {last}) eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>“{text}” is no post: type a number from 1, such as 7,412.</source>
        <translation>„{text}“ ist kein Beitrag: eine Zahl ab 1 eingeben, etwa 7.412.</translation>
    </message>
    <message>
        <source>Show the poll of this topic</source>
        <translation>Umfrage dieses Themas zeigen</translation>
    </message>
    <message>
        <source>Topic {topic_id}</source>
        <translation>Thema {topic_id}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Go to the first post</source>
        <translation>Zum ersten Beitrag</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Go to the last post</source>
        <translation>Zum letzten Beitrag</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find text in the loaded posts</source>
        <translation>Text in den geladenen Beiträgen suchen</translation>
    </message>
    <message>
        <source>There are no posts here.</source>
        <translation>Hier gibt es keine Beiträge.</translation>
    </message>
    <message>
        <source>They were deleted, or are hidden.</source>
        <translation>Sie wurden gelöscht oder sind verborgen.</translation>
    </message>
    <message>
        <source>The forum has no topic {id} that you can read.</source>
        <translation>Ein lesbares Thema {id} gibt es im Forum nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) of the author</source>
        <translation>
            <numerusform>%n Beitrag des Autors</numerusform>
            <numerusform>%n Beiträge des Autors</numerusform>
        </translation>
    </message>
    <message>
        <source>This topic has no post {number}.</source>
        <translation>Dieses Thema hat keinen Beitrag {number}.</translation>
    </message>
    <message>
        <source>The post of this address is not here: it was deleted or is hidden.</source>
        <translation>Der Beitrag dieser Adresse ist nicht hier: Er wurde gelöscht oder ist verborgen.</translation>
    </message>
    <message>
        <source>Board {board}</source>
        <translation>Forum {board}</translation>
    </message>
    <message>
        <source>Topic {key}</source>
        <translation>Thema {key}</translation>
    </message>
    <message>
        <source>Warm-ups</source>
        <translation>Warm-ups</translation>
    </message>
    <message>
        <source>Number of games at the start that do not count</source>
        <translation>Zahl der Spiele am Anfang, die nicht zählen</translation>
    </message>
    <message>
        <source>Count failed</source>
        <translation>Failed zählen</translation>
    </message>
    <message>
        <source>Count failed scores</source>
        <translation>Failed Scores zählen</translation>
    </message>
    <message>
        <source>Let failed scores count, too: the website leaves them out of the totals of teams</source>
        <translation>Auch Failed Scores zählen lassen: Die Website lässt sie in den Summen der Teams weg</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Write games, scores, players and events to a file, with the rules and the formula</source>
        <translation>Spiele, Scores, Spieler und Ereignisse in eine Datei schreiben, mit Regeln und Formel</translation>
    </message>
    <message>
        <source>Match {key}</source>
        <translation>Match {key}</translation>
    </message>
    <message>
        <source>This match is private, or you are not signed in to osu!.</source>
        <translation>Dieses Match ist privat, oder du bist nicht bei osu! angemeldet.</translation>
    </message>
    <message>
        <source>Private matches are shown to the players who took part.</source>
        <translation>Private Matches sehen nur die Spieler, die dabei waren.</translation>
    </message>
    <message>
        <source>This match is private.</source>
        <translation>Dieses Match ist privat.</translation>
    </message>
    <message>
        <source>osu! shows it only to the players who took part.</source>
        <translation>osu! zeigt es nur den Spielern, die dabei waren.</translation>
    </message>
    <message>
        <source>There is no match with the number {key}.</source>
        <translation>Ein Match mit der Nummer {key} gibt es nicht.</translation>
    </message>
    <message>
        <source>It may never have been, or be one of the lazer client, which are rooms.</source>
        <translation>Vielleicht gab es das nie, oder es ist eines des lazer-Clients: Die heißen Räume.</translation>
    </message>
    <message>
        <source>Games</source>
        <translation>Spiele</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>The match is written to {path}.</source>
        <translation>Das Match ist nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>Earlier events of this match are missing. {text}</source>
        <translation>Frühere Ereignisse dieses Matches fehlen. {text}</translation>
    </message>
    <message>
        <source>Loading the events of this match: {count} so far.</source>
        <translation>Die Ereignisse dieses Matches werden geladen: bisher {count}.</translation>
    </message>
    <message>
        <source>Results are those of the loaded games.</source>
        <translation>Die Ergebnisse sind die der geladenen Spiele.</translation>
    </message>
    <message>
        <source>running, looked at again by itself</source>
        <translation>läuft, wird von selbst neu abgefragt</translation>
    </message>
    <message>
        <source>This row leads nowhere: its player or beatmap is gone.</source>
        <translation>Diese Zeile führt nirgendwohin: Ihren Spieler oder ihre Beatmap gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Un&amp;mark {name}</source>
        <translation>&amp;Markierung von {name} aufheben</translation>
    </message>
    <message>
        <source>&amp;Mark the scores of {name}</source>
        <translation>Scores von {name} &amp;markieren</translation>
    </message>
    <message>
        <source>Game {number}</source>
        <translation>Spiel {number}</translation>
    </message>
    <message>
        <source>Red {red} : {blue} Blue</source>
        <comment>points of the teams</comment>
        <translation>Rot {red} : {blue} Blau</translation>
    </message>
    <message>
        <source>Open best &amp;player {name}</source>
        <translation>Besten S&amp;pieler {name} öffnen</translation>
    </message>
    <message>
        <source>No game was played in this match yet.</source>
        <translation>In diesem Match wurde noch nicht gespielt.</translation>
    </message>
    <message>
        <source>Maps that count</source>
        <translation>Maps, die zählen</translation>
    </message>
    <message>
        <source>No game of this match counts.</source>
        <translation>Kein Spiel dieses Matches zählt.</translation>
    </message>
    <message>
        <source>Warm-ups and aborted games do not.</source>
        <translation>Warm-ups und abgebrochene Spiele zählen nicht.</translation>
    </message>
    <message>
        <source>Scores of all games</source>
        <translation>Scores aller Spiele</translation>
    </message>
    <message>
        <source>There are no scores in this match yet.</source>
        <translation>In diesem Match gibt es noch keine Scores.</translation>
    </message>
    <message>
        <source>Scores of the game</source>
        <translation>Scores des Spiels</translation>
    </message>
    <message>
        <source>There are no scores of this game.</source>
        <translation>Von diesem Spiel gibt es keine Scores.</translation>
    </message>
    <message>
        <source>It was aborted, or is being played: osu! sends them at its end.</source>
        <translation>Es wurde abgebrochen oder läuft noch: osu! sendet sie am Ende.</translation>
    </message>
    <message>
        <source>Nobody has played a game that counts.</source>
        <translation>Niemand hat ein Spiel gespielt, das zählt.</translation>
    </message>
    <message>
        <source>Nothing has happened in this match.</source>
        <translation>In diesem Match ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The chat is not in osu!&apos;s API.</source>
        <translation>Der Chat ist nicht in osu!s API.</translation>
    </message>
    <message>
        <source>On the page of a news post</source>
        <translation>Auf der Seite eines News-Beitrags</translation>
    </message>
    <message>
        <source>Newer post</source>
        <translation>Neuerer Beitrag</translation>
    </message>
    <message>
        <source>Older post</source>
        <translation>Älterer Beitrag</translation>
    </message>
    <message>
        <source>News of {year}</source>
        <translation>News von {year}</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle Jahre</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>osu! has no news of {year}.</source>
        <translation>osu! hat keine News von {year}.</translation>
    </message>
    <message>
        <source>osu! has no news.</source>
        <translation>osu! hat keine News.</translation>
    </message>
    <message>
        <source>Show all years</source>
        <translation>Alle Jahre zeigen</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Neuer</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>News {key}</source>
        <translation>News {key}</translation>
    </message>
    <message>
        <source>osu! has no news post “{key}”.</source>
        <translation>osu! hat keinen News-Beitrag „{key}“.</translation>
    </message>
    <message>
        <source>The news of all years are in the list.</source>
        <translation>Die News aller Jahre stehen in der Liste.</translation>
    </message>
    <message>
        <source>edited {updated}</source>
        <translation>bearbeitet {updated}</translation>
    </message>
    <message>
        <source>Packs for osu!, and those for any ruleset</source>
        <translation>Packs für osu! und die für alle Modi</translation>
    </message>
    <message>
        <source>Packs with a beatmap: title, id or link</source>
        <translation>Packs mit einer Beatmap: Titel, ID oder Link</translation>
    </message>
    <message>
        <source>Packs with a beatmap</source>
        <translation>Packs mit einer Beatmap</translation>
    </message>
    <message>
        <source>Finds the packs that a beatmap is in: type its title, id or link, and press Return</source>
        <translation>Findet die Packs, in denen eine Beatmap ist: Titel, ID oder Link eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>Count mine</source>
        <translation>Eigene zählen</translation>
    </message>
    <message>
        <source>Count the beatmaps of each pack that are on this computer: a request for each pack</source>
        <translation>Zählen, wie viele Beatmaps jedes Packs auf diesem Computer sind: eine Anfrage je Pack</translation>
    </message>
    <message>
        <source>Load difficulties</source>
        <translation>Schwierigkeiten laden</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Open the archive in the web browser, which downloads it</source>
        <translation>Das Archiv im Browser öffnen, der es herunterlädt</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>Copy or save the ids of the beatmapsets, for programs that download them</source>
        <translation>Die IDs der Beatmapsets kopieren oder speichern, für Programme, die sie herunterladen</translation>
    </message>
    <message>
        <source>{count} of {total} on this computer</source>
        <translation>{count} von {total} auf diesem Computer</translation>
    </message>
    <message>
        <source>Stop ({number} of {count})</source>
        <translation>Anhalten ({number} von {count})</translation>
    </message>
    <message numerus="yes">
        <source>osu! sends packs without them: this takes %n request(s)</source>
        <translation>
            <numerusform>osu! sendet Packs ohne sie: das braucht %n Anfrage</numerusform>
            <numerusform>osu! sendet Packs ohne sie: das braucht %n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy all %n ids</source>
        <translation>
            <numerusform>%n ID kopieren</numerusform>
            <numerusform>Alle %n IDs kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save all %n ids …</source>
        <translation>
            <numerusform>%n ID speichern …</numerusform>
            <numerusform>Alle %n IDs speichern …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the %n ids that are not on this computer</source>
        <translation>
            <numerusform>%n ID kopieren, die nicht auf diesem Computer ist</numerusform>
            <numerusform>%n IDs kopieren, die nicht auf diesem Computer sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s) of beatmapsets.</source>
        <translation>
            <numerusform>%n ID von Beatmapsets kopiert.</numerusform>
            <numerusform>%n IDs von Beatmapsets kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all difficulties were loaded. {text}</source>
        <translation>Nicht alle Schwierigkeiten wurden geladen. {text}</translation>
    </message>
    <message>
        <source>Save them …</source>
        <translation>Diese speichern …</translation>
    </message>
    <message>
        <source>Download in &amp;osu!</source>
        <translation>In &amp;osu! herunterladen</translation>
    </message>
    <message>
        <source>This pack has no address.</source>
        <translation>Dieses Pack hat keine Adresse.</translation>
    </message>
    <message>
        <source>Beatmaps of the pack</source>
        <translation>Beatmaps des Packs</translation>
    </message>
    <message>
        <source>osu! shows no beatmaps of this pack: they are gone.</source>
        <translation>osu! zeigt keine Beatmaps dieses Packs: es gibt sie nicht mehr.</translation>
    </message>
    <message>
        <source>Among the first 50 beatmaps that osu! finds.</source>
        <translation>Unter den ersten 50 Beatmaps, die osu! findet.</translation>
    </message>
    <message>
        <source>Show all packs</source>
        <translation>Alle Packs zeigen</translation>
    </message>
    <message>
        <source>No pack for {mode} has a beatmap of “{words}”.</source>
        <translation>Kein Pack für {mode} hat eine Beatmap zu „{words}“.</translation>
    </message>
    <message>
        <source>No pack has a beatmap of “{words}”.</source>
        <translation>Kein Pack hat eine Beatmap zu „{words}“.</translation>
    </message>
    <message>
        <source>There are no packs of the kind “{kind}” for {mode} alone.</source>
        <translation>Es gibt keine Packs der Art „{kind}“ nur für {mode}.</translation>
    </message>
    <message>
        <source>Show those for all rulesets</source>
        <translation>Die für alle Modi zeigen</translation>
    </message>
    <message>
        <source>There are no packs of the kind “{kind}”.</source>
        <translation>Es gibt keine Packs der Art „{kind}“.</translation>
    </message>
    <message>
        <source>There is no beatmap “{words}”: unknown, or deleted.</source>
        <translation>Es gibt keine Beatmap „{words}“: unbekannt oder gelöscht.</translation>
    </message>
    <message>
        <source>There is no beatmap pack with the tag {tag}.</source>
        <translation>Es gibt kein Beatmap-Pack mit dem Kürzel {tag}.</translation>
    </message>
    <message>
        <source>Beatmap packs are seen when you are signed in to osu!.</source>
        <translation>Beatmap-Packs sind erst nach dem Anmelden bei osu! zu sehen.</translation>
    </message>
    <message>
        <source>There are no scores here: in a list of scores this saves their replays.</source>
        <translation>Hier gibt es keine Scores: In einer Liste von Scores speichert dies deren Replays.</translation>
    </message>
    <message>
        <source>There are no pp without the beatmap.</source>
        <translation>Ohne die Beatmap gibt es keine pp.</translation>
    </message>
    <message>
        <source>The replay is not judged yet.</source>
        <translation>Das Replay ist noch nicht ausgewertet.</translation>
    </message>
    <message>
        <source>No key was pressed.</source>
        <translation>Keine Taste wurde gedrückt.</translation>
    </message>
    <message>
        <source>pp over the play</source>
        <translation>pp im Spielverlauf</translation>
    </message>
    <message>
        <source>Accuracy over the play</source>
        <translation>Genauigkeit im Spielverlauf</translation>
    </message>
    <message>
        <source>Combo over the play</source>
        <translation>Combo im Spielverlauf</translation>
    </message>
    <message>
        <source>Life over the play</source>
        <translation>Leben im Spielverlauf</translation>
    </message>
    <message>
        <source>The replay file has no life bar.</source>
        <translation>Die Replay-Datei hat keine Lebensleiste.</translation>
    </message>
    <message>
        <source>Frame times over the play</source>
        <translation>Frame-Zeiten im Spielverlauf</translation>
    </message>
    <message>
        <source>The replay has no frames.</source>
        <translation>Das Replay hat keine Frames.</translation>
    </message>
    <message>
        <source>What the chart “{title}” shows is on the clipboard.</source>
        <translation>Was das Diagramm „{title}“ zeigt, ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>{pp} pp against this play</source>
        <translation>{pp} pp gegenüber diesem Spiel</translation>
    </message>
    <message>
        <source>caught</source>
        <comment>fruit</comment>
        <translation>gefangen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>There are no pp of this play.</source>
        <translation>Für dieses Spiel gibt es keine pp.</translation>
    </message>
    <message>
        <source>This play: {pp} pp, {formula}</source>
        <translation>Dieses Spiel: {pp} pp, {formula}</translation>
    </message>
    <message>
        <source>This play, as osu! has it: {pp} pp</source>
        <translation>Dieses Spiel laut osu!: {pp} pp</translation>
    </message>
    <message>
        <source>{stars} stars</source>
        <translation>{stars} Sterne</translation>
    </message>
    <message>
        <source>These pp could not be calculated.</source>
        <translation>Diese pp ließen sich nicht berechnen.</translation>
    </message>
    <message>
        <source>This replay is not judged.</source>
        <translation>Dieses Replay ist nicht ausgewertet.</translation>
    </message>
    <message>
        <source>&amp;Copy this chart</source>
        <translation>Dieses &amp;Diagramm kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;figures</source>
        <translation>&amp;Werte kopieren</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>&amp;Bild speichern …</translation>
    </message>
    <message>
        <source>As played</source>
        <translation>Wie gespielt</translation>
    </message>
    <message>
        <source>Full combo</source>
        <translation>Full Combo</translation>
    </message>
    <message>
        <source>pp if …</source>
        <translation>pp, wenn …</translation>
    </message>
    <message>
        <source>Mod {name}</source>
        <translation>Mod {name}</translation>
    </message>
    <message>
        <source>none</source>
        <comment>mods</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>pp if</source>
        <translation>pp, wenn</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Previous miss</source>
        <translation>Voriger Miss</translation>
    </message>
    <message>
        <source>Previous miss (P)</source>
        <translation>Voriger Miss (P)</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriger Frame</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>Einen Frame zurück (,)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächster Frame</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>Einen Frame weiter (.)</translation>
    </message>
    <message>
        <source>Next miss</source>
        <translation>Nächster Miss</translation>
    </message>
    <message>
        <source>Next miss (N)</source>
        <translation>Nächster Miss (N)</translation>
    </message>
    <message>
        <source>Moment of the song</source>
        <translation>Zeitpunkt im Lied</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Mark the frames of the replay (F)</source>
        <translation>Die Frames des Replays markieren (F)</translation>
    </message>
    <message>
        <source>Fade objects out, as with Hidden (H)</source>
        <translation>Objekte ausblenden wie mit Hidden (H)</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Show the charts of the play, or the field again (C)</source>
        <translation>Die Diagramme des Spiels zeigen oder wieder das Feld (C)</translation>
    </message>
    <message>
        <source>Add replay…</source>
        <translation>+ Replay …</translation>
    </message>
    <message>
        <source>Show another replay of this beatmap over this one</source>
        <translation>Ein anderes Replay dieser Beatmap über diesem zeigen</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save this picture as PNG</source>
        <translation>Dieses Bild als PNG speichern</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Copy the figures (Ctrl+C)</source>
        <translation>Werte kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Speed of the playback; faster with ↑, slower with ↓</source>
        <translation>Tempo der Wiedergabe; schneller mit ↑, langsamer mit ↓</translation>
    </message>
    <message>
        <source>The song runs at {rate} in this play.</source>
        <translation>Das Lied läuft in diesem Spiel mit {rate}.</translation>
    </message>
    <message>
        <source>Show the replay of {name}</source>
        <translation>Das Replay von {name} zeigen</translation>
    </message>
    <message>
        <source>Hide the replay of {name}, or show it again</source>
        <translation>Das Replay von {name} aus- oder wieder einblenden</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Take this replay out of the view</source>
        <translation>Dieses Replay aus der Ansicht nehmen</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Mods: {mods}</source>
        <translation>Mods: {mods}</translation>
    </message>
    <message>
        <source>In a replay</source>
        <translation>In einem Replay</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>One frame back; . one frame on</source>
        <translation>Einen Frame zurück; .: einen Frame weiter</translation>
    </message>
    <message>
        <source>One second back; Right one second on</source>
        <translation>Eine Sekunde zurück; Rechts: eine Sekunde weiter</translation>
    </message>
    <message>
        <source>Five seconds back; Shift+Right five seconds on</source>
        <translation>Fünf Sekunden zurück; Umschalt+Rechts: fünf Sekunden weiter</translation>
    </message>
    <message>
        <source>To the beginning; End to the end</source>
        <translation>Zum Anfang; Ende: zum Ende</translation>
    </message>
    <message>
        <source>Next miss; P previous miss</source>
        <translation>Nächster Miss; P: voriger Miss</translation>
    </message>
    <message>
        <source>Faster; Down slower</source>
        <translation>Schneller; Runter: langsamer</translation>
    </message>
    <message>
        <source>Mark the frames</source>
        <translation>Die Frames markieren</translation>
    </message>
    <message>
        <source>Charts, or the field again; Enter in a chart goes to its moment</source>
        <translation>Diagramme oder wieder das Feld; Enter in einem Diagramm geht zu dessen Zeitpunkt</translation>
    </message>
    <message>
        <source>Fade objects out, as with Hidden</source>
        <translation>Objekte ausblenden wie mit Hidden</translation>
    </message>
    <message>
        <source>Sign in, or open the demo, to fetch the beatmap.</source>
        <translation>Anmelden oder die Demo öffnen, um die Beatmap abzurufen.</translation>
    </message>
    <message>
        <source>“{name}” is larger than a replay can be ({size} MB).</source>
        <translation>„{name}“ ist größer, als ein Replay sein kann ({size} MB).</translation>
    </message>
    <message>
        <source>“{name}” is damaged: {reason}.</source>
        <translation>„{name}“ ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is larger than a beatmap can be ({size} MB).</source>
        <translation>„{name}“ ist größer, als eine Beatmap sein kann ({size} MB).</translation>
    </message>
    <message>
        <source>“{name}” is no beatmap: {reason}.</source>
        <translation>„{name}“ ist keine Beatmap: {reason}.</translation>
    </message>
    <message>
        <source>There is no file “{name}” any more.</source>
        <translation>Die Datei „{name}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>„{name}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Replays (*{suffix})</source>
        <translation>Replays (*{suffix})</translation>
    </message>
    <message>
        <source>Beatmaps (*.osu)</source>
        <translation>Beatmaps (*.osu)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Fetch the beatmap</source>
        <translation>Beatmap abrufen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Choose its file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Judge on this version anyway</source>
        <translation>Trotzdem auf dieser Version auswerten</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The beatmap is not on this computer: there are the cursor, the keys and the life bar.</source>
        <translation>Die Beatmap ist nicht auf diesem Computer: zu sehen sind Cursor, Tasten und Lebensleiste.</translation>
    </message>
    <message>
        <source>osu! has no beatmap that is the one played: it was changed or deleted.</source>
        <translation>osu! hat die gespielte Beatmap nicht: sie wurde geändert oder gelöscht.</translation>
    </message>
    <message>
        <source>This beatmap is another version than the one that was played.</source>
        <translation>Diese Beatmap ist eine andere Version als die gespielte.</translation>
    </message>
    <message>
        <source>The judgement was stopped.</source>
        <translation>Die Auswertung wurde angehalten.</translation>
    </message>
    <message>
        <source>The judgement failed: it took too long, or too much memory.</source>
        <translation>Die Auswertung ist gescheitert: sie dauerte zu lange oder brauchte zu viel Speicher.</translation>
    </message>
    <message>
        <source>Open a replay file to see what happened in it.</source>
        <translation>Eine Replay-Datei öffnen, um zu sehen, was darin geschah.</translation>
    </message>
    <message>
        <source>Drop one on the window, or choose one.</source>
        <translation>Eine auf dem Fenster ablegen oder eine wählen.</translation>
    </message>
    <message>
        <source>Open a replay…</source>
        <translation>Replay öffnen …</translation>
    </message>
    <message>
        <source>No miss in this play.</source>
        <translation>Kein Miss in diesem Spiel.</translation>
    </message>
    <message>
        <source>No miss after this one.</source>
        <translation>Kein Miss nach diesem.</translation>
    </message>
    <message>
        <source>No miss before this one.</source>
        <translation>Kein Miss vor diesem.</translation>
    </message>
    <message>
        <source>The beatmap cannot be read: {reason}.</source>
        <translation>Die Beatmap lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>judged as in the game</source>
        <translation>ausgewertet wie im Spiel</translation>
    </message>
    <message>
        <source>judged otherwise than in the game</source>
        <translation>anders ausgewertet als im Spiel</translation>
    </message>
    <message>
        <source>Judging the replay: {share}</source>
        <translation>Das Replay wird ausgewertet: {share}</translation>
    </message>
    <message>
        <source>Open another replay…</source>
        <translation>Anderes Replay öffnen …</translation>
    </message>
    <message>
        <source>Choose the beatmap</source>
        <translation>Die Beatmap wählen</translation>
    </message>
    <message>
        <source>Open a replay</source>
        <translation>Replay öffnen</translation>
    </message>
    <message>
        <source>Fetching the beatmap …</source>
        <translation>Die Beatmap wird abgerufen …</translation>
    </message>
    <message>
        <source>Add a replay</source>
        <translation>Replay hinzufügen</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>Dieses Bild speichern</translation>
    </message>
    <message>
        <source>{stem} charts.png</source>
        <translation>{stem} Diagramme.png</translation>
    </message>
    <message>
        <source>This file cannot be opened by its name.</source>
        <translation>Diese Datei lässt sich mit ihrem Namen nicht öffnen.</translation>
    </message>
    <message>
        <source>The picture is written to {path}.</source>
        <translation>Das Bild ist geschrieben: {path}.</translation>
    </message>
    <message>
        <source>The picture was not written. {text} {hint}</source>
        <translation>Das Bild wurde nicht geschrieben. {text} {hint}</translation>
    </message>
    <message>
        <source>“{name}” is of another ruleset, so it cannot be shown over this replay.</source>
        <translation>„{name}“ ist aus einem anderen Modus und lässt sich nicht über diesem Replay zeigen.</translation>
    </message>
    <message>
        <source>“{name}” is of another beatmap, so it cannot be shown over this replay.</source>
        <translation>„{name}“ ist von einer anderen Beatmap und lässt sich nicht über diesem Replay zeigen.</translation>
    </message>
    <message>
        <source>Player&apos;s name or id</source>
        <translation>Name oder ID des Spielers</translation>
    </message>
    <message>
        <source>Sign in to see your own profile</source>
        <translation>Anmelden, um das eigene Profil zu sehen</translation>
    </message>
    <message>
        <source>Look up a player</source>
        <translation>Spieler nachschlagen</translation>
    </message>
    <message>
        <source>Type a name or the number of an account, or paste the link of a profile. Any row of a ranking opens here, too.</source>
        <translation>Namen oder Nummer eines Kontos eingeben oder den Link eines Profils einfügen. Auch jede Zeile einer Rangliste öffnet sich hier.</translation>
    </message>
    <message>
        <source>Look up another player</source>
        <translation>Anderen Spieler nachschlagen</translation>
    </message>
    <message>
        <source>Open in the web browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Players with a similar name:</source>
        <translation>Spieler mit ähnlichem Namen:</translation>
    </message>
    <message>
        <source>Figures and ranks</source>
        <translation>Werte, Ränge</translation>
    </message>
    <message>
        <source>Scores both have</source>
        <translation>Gemeinsame Scores</translation>
    </message>
    <message>
        <source>Another player&apos;s name or id</source>
        <translation>Name oder ID eines anderen Spielers</translation>
    </message>
    <message>
        <source>Compare with: a player&apos;s name or id</source>
        <translation>Vergleichen mit: Name oder ID eines Spielers</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Let the two players change places</source>
        <translation>Die beiden Spieler tauschen die Plätze</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show this player alone</source>
        <translation>Nur diesen Spieler zeigen</translation>
    </message>
    <message>
        <source>Write these rows to a CSV or JSON file</source>
        <translation>Diese Zeilen in eine CSV- oder JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Open beatmap</source>
        <translation>Beatmap ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open beatmap in &amp;web browser</source>
        <translation>Beatmap im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>Open score of {name}</source>
        <translation>Score von {name} öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>this player</source>
        <translation>diesen Spieler</translation>
    </message>
    <message>
        <source>Compare {name} with another player.</source>
        <translation>{name} mit einem anderen Spieler vergleichen.</translation>
    </message>
    <message>
        <source>Every figure side by side, both ranks in one chart, and the scores both have. Type the name or the id of the other player above.</source>
        <translation>Alle Werte nebeneinander, beide Ränge in einem Diagramm und die gemeinsamen Scores. Oben den Namen oder die ID des anderen Spielers eingeben.</translation>
    </message>
    <message>
        <source>That is {name} already.</source>
        <translation>Das ist schon {name}.</translation>
    </message>
    <message>
        <source>Figures of both players</source>
        <translation>Werte beider Spieler</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>Scores that both players have</source>
        <translation>Scores, die beide Spieler haben</translation>
    </message>
    <message>
        <source>No beatmap is among the best scores of both {left} and {right}.</source>
        <translation>Keine Beatmap ist unter den besten Scores von {left} und zugleich von {right}.</translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) in both lists</source>
        <translation>
            <numerusform>%n Beatmap in beiden Listen</numerusform>
            <numerusform>%n Beatmaps in beiden Listen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) in both lists so far</source>
        <translation>
            <numerusform>Bisher %n Beatmap in beiden Listen</numerusform>
            <numerusform>Bisher %n Beatmaps in beiden Listen</numerusform>
        </translation>
    </message>
    <message>
        <source>osu! tells the 200 best scores of each player.</source>
        <translation>osu! nennt die 200 besten Scores jedes Spielers.</translation>
    </message>
    <message>
        <source>There was no rank in the last 90 days.</source>
        <translation>In den letzten 90 Tagen gab es keinen Rang.</translation>
    </message>
    <message>
        <source>Open the &amp;giver</source>
        <translation>&amp;Geber öffnen</translation>
    </message>
    <message>
        <source>Players are seen when you are signed in to osu!.</source>
        <translation>Spieler sind erst nach dem Anmelden bei osu! zu sehen.</translation>
    </message>
    <message>
        <source>osu! shows nothing of this player: unknown, or restricted.</source>
        <translation>osu! zeigt nichts von diesem Spieler: unbekannt oder gesperrt.</translation>
    </message>
    <message>
        <source>{name} has no ranked scores in {mode}.</source>
        <translation>{name} hat keine Ranked-Scores in {mode}.</translation>
    </message>
    <message>
        <source>At most 200, by pp</source>
        <translation>Höchstens 200, nach pp</translation>
    </message>
    <message>
        <source>{name} has no first places in {mode}.</source>
        <translation>{name} hat keine ersten Plätze in {mode}.</translation>
    </message>
    <message>
        <source>First places of now, the newest first</source>
        <translation>Derzeitige erste Plätze, die neuesten zuerst</translation>
    </message>
    <message>
        <source>{name} passed nothing in {mode} in the last 24 hours.</source>
        <translation>{name} hat in den letzten 24 Stunden nichts in {mode} geschafft.</translation>
    </message>
    <message>
        <source>{name} played nothing in {mode} in the last 24 hours.</source>
        <translation>{name} hat in den letzten 24 Stunden nichts in {mode} gespielt.</translation>
    </message>
    <message>
        <source>{name} pinned no scores in {mode}.</source>
        <translation>{name} hat keine Scores in {mode} angepinnt.</translation>
    </message>
    <message>
        <source>What the player put on top of their page</source>
        <translation>Was der Spieler oben auf die eigene Seite gestellt hat</translation>
    </message>
    <message>
        <source>Show failed ones too</source>
        <translation>Auch gescheiterte zeigen</translation>
    </message>
    <message>
        <source>Failed too</source>
        <translation>Auch gescheiterte</translation>
    </message>
    <message>
        <source>{name} has no favourite beatmaps.</source>
        <translation>{name} hat keine Favoriten.</translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>list of beatmaps</comment>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>{name} has no ranked beatmaps.</source>
        <translation>{name} hat keine Ranked-Beatmaps.</translation>
    </message>
    <message>
        <source>Ranked</source>
        <comment>list of beatmaps</comment>
        <translation>Ranked</translation>
    </message>
    <message>
        <source>{name} has no loved beatmaps.</source>
        <translation>{name} hat keine Loved-Beatmaps.</translation>
    </message>
    <message>
        <source>Loved</source>
        <comment>list of beatmaps</comment>
        <translation>Loved</translation>
    </message>
    <message>
        <source>Guest</source>
        <comment>list of beatmaps</comment>
        <translation>Als Gast</translation>
    </message>
    <message>
        <source>{name} has no guest difficulties in ranked beatmaps of others.</source>
        <translation>{name} hat keine Gast-Schwierigkeiten in Ranked-Beatmaps von anderen.</translation>
    </message>
    <message>
        <source>{name} has no pending beatmaps.</source>
        <translation>{name} hat keine Pending-Beatmaps.</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>list of beatmaps</comment>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Graveyard</source>
        <comment>list of beatmaps</comment>
        <translation>Graveyard</translation>
    </message>
    <message>
        <source>{name} has no beatmaps in the graveyard.</source>
        <translation>{name} hat keine Beatmaps im Graveyard.</translation>
    </message>
    <message>
        <source>{name} has nominated no beatmaps.</source>
        <translation>{name} hat keine Beatmaps nominiert.</translation>
    </message>
    <message>
        <source>Nominated</source>
        <comment>list of beatmaps</comment>
        <translation>Nominiert</translation>
    </message>
    <message>
        <source>{name} has not played any beatmap yet.</source>
        <translation>{name} hat noch keine Beatmap gespielt.</translation>
    </message>
    <message>
        <source>Of all rulesets together</source>
        <translation>Aus allen Modi zusammen</translation>
    </message>
    <message>
        <source>The newest first; osu! tells at most 100</source>
        <translation>Die neuesten zuerst; osu! nennt höchstens 100</translation>
    </message>
    <message>
        <source>{name} did nothing of late that osu! tells about.</source>
        <translation>{name} hat in letzter Zeit nichts getan, wovon osu! berichtet.</translation>
    </message>
    <message>
        <source>{name} has not received any kudosu.</source>
        <translation>{name} hat noch kein Kudosu bekommen.</translation>
    </message>
    <message>
        <source>{name} has no medals.</source>
        <translation>{name} hat keine Medaillen.</translation>
    </message>
    <message>
        <source>osu! names those that were won lately; of others it tells number and day</source>
        <translation>osu! nennt die zuletzt gewonnenen; von den anderen nur Nummer und Tag</translation>
    </message>
    <message>
        <source>{name} has written nothing here.</source>
        <translation>{name} hat hier nichts geschrieben.</translation>
    </message>
    <message>
        <source>This player&apos;s account was deleted: osu! has no profile of it any more.</source>
        <translation>Das Konto dieses Spielers wurde gelöscht: osu! hat kein Profil mehr davon.</translation>
    </message>
    <message>
        <source>There is no player with the number {user}: unknown, or restricted.</source>
        <translation>Es gibt keinen Spieler mit der Nummer {user}: unbekannt oder gesperrt.</translation>
    </message>
    <message>
        <source>No player is called “{user}”: unknown, or restricted.</source>
        <translation>Kein Spieler heißt „{user}“: unbekannt oder gesperrt.</translation>
    </message>
    <message>
        <source>osu! shows neither accounts that are gone nor those that are restricted.</source>
        <translation>osu! zeigt weder gelöschte noch gesperrte Konten.</translation>
    </message>
    <message>
        <source>Global rank, last 90 days</source>
        <translation>Globaler Rang, letzte 90 Tage</translation>
    </message>
    <message>
        <source>Plays per month</source>
        <translation>Spiele pro Monat</translation>
    </message>
    <message>
        <source>Nothing was played yet.</source>
        <translation>Noch wurde nichts gespielt.</translation>
    </message>
    <message>
        <source>Replays watched by others per month</source>
        <translation>Von anderen angesehene Replays pro Monat</translation>
    </message>
    <message>
        <source>Nobody has watched a replay yet.</source>
        <translation>Noch hat niemand ein Replay angesehen.</translation>
    </message>
    <message>
        <source>About the player</source>
        <translation>Über den Spieler</translation>
    </message>
    <message>
        <source>Best scores</source>
        <translation>Beste Scores</translation>
    </message>
    <message>
        <source>Firsts</source>
        <translation>Erste Plätze</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Recent scores</source>
        <translation>Letzte Scores</translation>
    </message>
    <message>
        <source>Pinned scores</source>
        <translation>Angepinnte Scores</translation>
    </message>
    <message>
        <source>Most played</source>
        <translation>Meistgespielt</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Compare</source>
        <comment>tab</comment>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>player {user}</source>
        <translation>Spieler {user}</translation>
    </message>
    <message>
        <source>{asked} is now called {name}.</source>
        <translation>{asked} heißt jetzt {name}.</translation>
    </message>
    <message>
        <source>Neighbours: the ranks around, and when they are passed</source>
        <translation>Nachbarn: die Ränge ringsum, und wann sie überholt werden</translation>
    </message>
    <message>
        <source>Player: {name}</source>
        <translation>Spieler: {name}</translation>
    </message>
    <message>
        <source>Country: {country}</source>
        <translation>Land: {country}</translation>
    </message>
    <message>
        <source>{country}: open its ranking</source>
        <translation>{country}: Rangliste öffnen</translation>
    </message>
    <message>
        <source>Team: {name}</source>
        <translation>Team: {name}</translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation>Team {name}</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Compare with an earlier day: who rose, fell, came and left</source>
        <translation>Mit einem früheren Tag vergleichen: wer stieg, fiel, kam und ging</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Den Vergleich beenden</translation>
    </message>
    <message>
        <source>Kudosu is given for help with beatmaps, whatever the ruleset.</source>
        <translation>Kudosu gibt es für Hilfe bei Beatmaps, in jedem Modus.</translation>
    </message>
    <message>
        <source>Find me</source>
        <translation>Mich finden</translation>
    </message>
    <message>
        <source>Go to your own row</source>
        <translation>Zur eigenen Zeile</translation>
    </message>
    <message>
        <source>Compare with an earlier day</source>
        <translation>Mit einem früheren Tag vergleichen</translation>
    </message>
    <message>
        <source>My neighbours</source>
        <translation>Meine Nachbarn</translation>
    </message>
    <message>
        <source>My neighbours: the ranks around mine, and when I will pass them</source>
        <translation>Meine Nachbarn: die Ränge um meinen herum, und wann ich sie überhole</translation>
    </message>
    <message>
        <source>Copy &amp;names</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Open in the &amp;background</source>
        <translation>Im &amp;Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Neighbours</source>
        <comment>players of nearly the same rank</comment>
        <translation>&amp;Nachbarn</translation>
    </message>
    <message>
        <source>Your own row is found when you are signed in as a player.</source>
        <translation>Die eigene Zeile findet sich erst, wenn ein Spieler angemeldet ist.</translation>
    </message>
    <message>
        <source>You are in no team.</source>
        <translation>Du bist in keinem Team.</translation>
    </message>
    <message>
        <source>You have no row here.</source>
        <translation>Du hast hier keine Zeile.</translation>
    </message>
    <message>
        <source>You are not in this ranking: your country is {home}.</source>
        <translation>Du bist nicht in dieser Rangliste: dein Land ist {home}.</translation>
    </message>
    <message>
        <source>You have no rank in this ranking of {mode}.</source>
        <translation>Du hast keinen Rang in dieser Rangliste von {mode}.</translation>
    </message>
    <message>
        <source>You are #{rank}; this ranking ends at #{total}.</source>
        <translation>Du bist #{rank}; diese Rangliste endet bei #{total}.</translation>
    </message>
    <message>
        <source>This ranking ends at #{total}.</source>
        <translation>Diese Rangliste endet bei #{total}.</translation>
    </message>
    <message>
        <source>You are not in this ranking.</source>
        <translation>Du bist nicht in dieser Rangliste.</translation>
    </message>
    <message>
        <source>You should be at about #{rank}, but osu! does not list you there.</source>
        <translation>Du müsstest etwa bei #{rank} stehen, aber osu! führt dich dort nicht auf.</translation>
    </message>
    <message>
        <source>Ranking by &amp;score</source>
        <translation>Rangliste nach &amp;Score</translation>
    </message>
    <message>
        <source>The ranking of your friends is seen when you are signed in as a player.</source>
        <translation>Die Rangliste der Freunde ist erst zu sehen, wenn ein Spieler angemeldet ist.</translation>
    </message>
    <message>
        <source>You look around as a guest, and a guest has no friends list.</source>
        <translation>Du siehst dich als Gast um, und ein Gast hat keine Freundesliste.</translation>
    </message>
    <message>
        <source>Rankings are seen when you are signed in to osu!.</source>
        <translation>Ranglisten sind erst nach dem Anmelden bei osu! zu sehen.</translation>
    </message>
    <message>
        <source>This spotlight has no ranking for {mode}.</source>
        <translation>Dieses Spotlight hat keine Rangliste für {mode}.</translation>
    </message>
    <message>
        <source>The newest spotlight has no ranking for {mode}.</source>
        <translation>Das neueste Spotlight hat keine Rangliste für {mode}.</translation>
    </message>
    <message>
        <source>None of your friends in {country} is in this ranking.</source>
        <translation>Keiner deiner Freunde aus {country} ist in dieser Rangliste.</translation>
    </message>
    <message>
        <source>None of your friends is in this ranking.</source>
        <translation>Keiner deiner Freunde ist in dieser Rangliste.</translation>
    </message>
    <message>
        <source>Nobody from {country} is ranked in {mode} with {keys}.</source>
        <translation>Niemand aus {country} hat einen Rang in {mode} mit {keys}.</translation>
    </message>
    <message>
        <source>Nobody from {country} is ranked in {mode}.</source>
        <translation>Niemand aus {country} hat einen Rang in {mode}.</translation>
    </message>
    <message>
        <source>The {ranking} is empty.</source>
        <translation>Hier ist nichts: {ranking}.</translation>
    </message>
    <message>
        <source>{ranking}, page {page}</source>
        <translation>{ranking}, Seite {page}</translation>
    </message>
    <message>
        <source>{ranking}, compared with {day}</source>
        <translation>{ranking}, verglichen mit {day}</translation>
    </message>
    <message>
        <source>osu! has no ranking for the country {country}.</source>
        <translation>osu! hat keine Rangliste für das Land {country}.</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody has played this spotlight in {mode}.</source>
        <translation>Niemand hat dieses Spotlight in {mode} gespielt.</translation>
    </message>
    <message>
        <source>The last rank here is {total}.</source>
        <translation>Der letzte Rang hier ist {total}.</translation>
    </message>
    <message>
        <source>Newest spotlight</source>
        <translation>Neuestes Spotlight</translation>
    </message>
    <message>
        <source>Spotlight {number}</source>
        <translation>Spotlight {number}</translation>
    </message>
    <message>
        <source>Countries are listed when you are signed in.</source>
        <translation>Länder sind erst nach dem Anmelden aufgelistet.</translation>
    </message>
    <message>
        <source>Spotlights are listed when you are signed in.</source>
        <translation>Spotlights sind erst nach dem Anmelden aufgelistet.</translation>
    </message>
    <message>
        <source>{text} No list came.</source>
        <translation>{text} Es kam keine Liste.</translation>
    </message>
    <message>
        <source>Replay library</source>
        <translation>Replay-Bibliothek</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Player on a beatmap</source>
        <translation>Spieler auf einer Beatmap</translation>
    </message>
    <message>
        <source>Top of a beatmap</source>
        <translation>Beste einer Beatmap</translation>
    </message>
    <message>
        <source>List of a player</source>
        <translation>Liste eines Spielers</translation>
    </message>
    <message>
        <source>Get replays by</source>
        <translation>Replays holen über</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Paste links or ids of scores first, one a line.</source>
        <translation>Zuerst Links oder IDs von Scores einfügen, je Zeile eine.</translation>
    </message>
    <message>
        <source>Nobody has such a score on this beatmap.</source>
        <translation>Niemand hat einen solchen Score auf dieser Beatmap.</translation>
    </message>
    <message>
        <source>Type the name or the id of a player, or paste the link.</source>
        <translation>Namen oder ID eines Spielers eingeben oder den Link einfügen.</translation>
    </message>
    <message>
        <source>{count} of {total} scores …</source>
        <translation>{count} von {total} Scores …</translation>
    </message>
    <message>
        <source>osu! lists no such scores of this player.</source>
        <translation>osu! führt keine solchen Scores dieses Spielers auf.</translation>
    </message>
    <message>
        <source>Paste the link of a difficulty, or type its id.</source>
        <translation>Den Link einer Schwierigkeit einfügen oder ihre ID eingeben.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>osu! knows no such player, beatmap, or score.</source>
        <translation>osu! kennt keinen solchen Spieler, Score oder keine solche Beatmap.</translation>
    </message>
    <message>
        <source>osu! has no such beatmap.</source>
        <translation>osu! hat keine solche Beatmap.</translation>
    </message>
    <message>
        <source>osu! has no such player.</source>
        <translation>osu! hat keinen solchen Spieler.</translation>
    </message>
    <message>
        <source>{text} Store another one, or sign in.</source>
        <translation>{text} Einen anderen hinterlegen oder anmelden.</translation>
    </message>
    <message>
        <source>Without a key of API v1, sign in to find this replay.</source>
        <translation>Ohne einen Schlüssel für API v1 ist zum Finden dieses Replays eine Anmeldung nötig.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Scores in a text or CSV file</source>
        <translation>Scores in einer Text- oder CSV-Datei</translation>
    </message>
    <message>
        <source>Texts and tables (*.txt *.csv *.tsv *.json *.md)</source>
        <translation>Texte und Tabellen (*.txt *.csv *.tsv *.json *.md)</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>A key has 40 digits and letters from a to f.</source>
        <translation>Ein Schlüssel hat 40 Ziffern und Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>best</source>
        <comment>list of scores</comment>
        <translation>beste</translation>
    </message>
    <message>
        <source>first places</source>
        <comment>list of scores</comment>
        <translation>erste Plätze</translation>
    </message>
    <message>
        <source>recent</source>
        <comment>list of scores</comment>
        <translation>letzte</translation>
    </message>
    <message>
        <source>pinned</source>
        <comment>list of scores</comment>
        <translation>angepinnte</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without a score: “{line}”</source>
        <translation>
            <numerusform>%n Zeile ohne Score: „{line}“</numerusform>
            <numerusform>%n Zeilen ohne Score: „{line}“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n replay(s) to the queue</source>
        <translation>
            <numerusform>%n Replay in die Warteschlange</numerusform>
            <numerusform>%n Replays in die Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>The key cannot be stored: {error}.</source>
        <translation>Der Schlüssel lässt sich nicht hinterlegen: {error}.</translation>
    </message>
    <message>
        <source>The key is stored.</source>
        <translation>Der Schlüssel ist hinterlegt.</translation>
    </message>
    <message>
        <source>From 1 to {most}</source>
        <translation>Von 1 bis {most}</translation>
    </message>
    <message>
        <source>Meaning of bare numbers</source>
        <translation>Bedeutung bloßer Zahlen</translation>
    </message>
    <message>
        <source>Numbers are score ids</source>
        <translation>Zahlen sind Score-IDs</translation>
    </message>
    <message>
        <source>Numbers are stable ids of {name}</source>
        <translation>Zahlen sind Stable-IDs von {name}</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Links or ids of scores</source>
        <translation>Links oder IDs von Scores</translation>
    </message>
    <message>
        <source>Enter finds them, Shift+Enter starts a new line</source>
        <translation>Enter sucht sie, Umschalt+Enter beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>{where} or the id of a score, one a line; osu/123 is the id of a stable score</source>
        <translation>{where} oder eine Score-ID, je Zeile eine; osu/123 ist eine Stable-ID</translation>
    </message>
    <message>
        <source>Name or id of the player</source>
        <translation>Name oder ID des Spielers</translation>
    </message>
    <message>
        <source>Link or id of the difficulty</source>
        <translation>Link oder ID der Schwierigkeit</translation>
    </message>
    <message>
        <source>Mods: HDDT, NM</source>
        <translation>Mods: HDDT, NM</translation>
    </message>
    <message>
        <source>Its own ruleset</source>
        <translation>Ihr eigener Modus</translation>
    </message>
    <message>
        <source>Key of API v1</source>
        <translation>Schlüssel für API v1</translation>
    </message>
    <message>
        <source>Store key</source>
        <translation>Schlüssel hinterlegen</translation>
    </message>
    <message>
        <source>Where to get one</source>
        <translation>Woher?</translation>
    </message>
    <message>
        <source>A key of API v1 is stored.</source>
        <translation>Ein Schlüssel für API v1 ist hinterlegt.</translation>
    </message>
    <message>
        <source>Without a sign-in this needs a key of API v1, which is stored like a password:</source>
        <translation>Ohne Anmeldung ist ein Schlüssel für API v1 nötig, der wie ein Passwort gespeichert wird:</translation>
    </message>
    <message>
        <source>Another key …</source>
        <translation>Anderer Schlüssel …</translation>
    </message>
    <message>
        <source>Number of scores</source>
        <translation>Anzahl der Scores</translation>
    </message>
    <message>
        <source>Top</source>
        <comment>before a number</comment>
        <translation>Beste</translation>
    </message>
    <message>
        <source>of</source>
        <comment>between a number and a beatmap</comment>
        <translation>von</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) found</source>
        <translation>
            <numerusform>%n Replay gefunden</numerusform>
            <numerusform>%n Replays gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s) found</source>
        <translation>
            <numerusform>%n Score gefunden</numerusform>
            <numerusform>%n Scores gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no replay on osu!</source>
        <translation>
            <numerusform>%n hat auf osu! kein Replay</numerusform>
            <numerusform>%n haben auf osu! kein Replay</numerusform>
        </translation>
    </message>
    <message>
        <source>The first: {name}.</source>
        <translation>Das erste: {name}.</translation>
    </message>
    <message>
        <source>Name, id or link of the player</source>
        <translation>Name, ID oder Link des Spielers</translation>
    </message>
    <message>
        <source>Their own ruleset</source>
        <translation>Eigener Modus</translation>
    </message>
    <message>
        <source>of</source>
        <comment>between a list and a player</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>osu! has no {score}.</source>
        <translation>Auf osu! nicht gefunden: {score}.</translation>
    </message>
    <message>
        <source>osu! has none of these: {scores}.</source>
        <translation>Auf osu! nicht gefunden: {scores}.</translation>
    </message>
    <message>
        <source>osu! has no replay of {name}.</source>
        <translation>osu! hat kein Replay von {name}.</translation>
    </message>
    <message>
        <source>{name} is too large to be a list of scores.</source>
        <translation>{name} ist zu groß für eine Liste von Scores.</translation>
    </message>
    <message>
        <source>In the replay queue</source>
        <translation>In der Replay-Warteschlange</translation>
    </message>
    <message>
        <source>In the replay library</source>
        <translation>In der Replay-Bibliothek</translation>
    </message>
    <message>
        <source>Pause or resume the downloads</source>
        <translation>Downloads anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Rename the selected files</source>
        <translation>Die ausgewählten Dateien umbenennen</translation>
    </message>
    <message>
        <source>Move the selected files to the trash</source>
        <translation>Die ausgewählten Dateien in den Papierkorb legen</translation>
    </message>
    <message>
        <source>All players</source>
        <translation>Alle Spieler</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Statistics of the selected replays, or of all</source>
        <translation>Statistik der ausgewählten Replays oder aller</translation>
    </message>
    <message>
        <source>Folders …</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Choose the folders of the library</source>
        <translation>Die Ordner der Bibliothek wählen</translation>
    </message>
    <message>
        <source>There are no replays in the library yet.</source>
        <translation>In der Bibliothek sind noch keine Replays.</translation>
    </message>
    <message>
        <source>Choose a folder with .osr files, or drop one here.</source>
        <translation>Einen Ordner mit .osr-Dateien wählen oder hier ablegen.</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>The path of this file is too long to be opened here.</source>
        <translation>Der Pfad dieser Datei ist zu lang, um sie hier zu öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s)</source>
        <translation>
            <numerusform>%n weiterer Ordner</numerusform>
            <numerusform>%n weitere Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Watched: {folders}. Choose another folder with .osr files, or drop one here.</source>
        <translation>Beobachtet: {folders}. Einen anderen Ordner mit .osr-Dateien wählen oder hier ablegen.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n replay(s)</source>
        <translation>
            <numerusform>{shown} von %n Replay</numerusform>
            <numerusform>{shown} von %n Replays</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name} in {folder}</translation>
    </message>
    <message>
        <source>Open in osu&amp;!</source>
        <translation>In &amp;osu! öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im Or&amp;dner zeigen</translation>
    </message>
    <message>
        <source>Compare in one &amp;view</source>
        <translation>In einer An&amp;sicht vergleichen</translation>
    </message>
    <message>
        <source>Compare in one &amp;view (at most {most})</source>
        <translation>In einer An&amp;sicht vergleichen (höchstens {most})</translation>
    </message>
    <message>
        <source>S&amp;tatistics</source>
        <translation>S&amp;tatistik</translation>
    </message>
    <message>
        <source>Fetch beatmap file</source>
        <translation>Beatmap-Datei abrufen</translation>
    </message>
    <message>
        <source>Fetch beatmap files</source>
        <translation>Beatmap-Dateien abrufen</translation>
    </message>
    <message>
        <source>&amp;Rename …</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>One of these paths cannot be opened.</source>
        <translation>Einer dieser Pfade lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>These replays are of different beatmaps: they are shown on the first one.</source>
        <translation>Diese Replays sind von verschiedenen Beatmaps: gezeigt werden sie auf der ersten.</translation>
    </message>
    <message>
        <source>No program on this computer opens replay files: osu! is not installed here.</source>
        <translation>Kein Programm auf diesem Computer öffnet Replay-Dateien: osu! ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>The file manager did not open the folder.</source>
        <translation>Der Dateimanager hat den Ordner nicht geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>Renamed %n replay(s).</source>
        <translation>
            <numerusform>%n Replay umbenannt.</numerusform>
            <numerusform>%n Replays umbenannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files keep their names.</source>
        <translation>
            <numerusform>%n Datei behält ihren Namen.</numerusform>
            <numerusform>%n Dateien behalten ihre Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” goes to the trash.</source>
        <translation>„{name}“ kommt in den Papierkorb.</translation>
    </message>
    <message numerus="yes">
        <source>%n replays go to the trash.</source>
        <translation>
            <numerusform>%n Replay kommt in den Papierkorb.</numerusform>
            <numerusform>%n Replays kommen in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for replays: %n so far</source>
        <translation>
            <numerusform>Replays werden gesucht: bisher %n</numerusform>
            <numerusform>Replays werden gesucht: bisher %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The analysis is paused: %n replay(s) to go</source>
        <translation>
            <numerusform>Die Analyse ist angehalten: noch %n Replay</numerusform>
            <numerusform>Die Analyse ist angehalten: noch %n Replays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Analysing: %n replay(s) to go</source>
        <translation>
            <numerusform>Analyse läuft: noch %n Replay</numerusform>
            <numerusform>Analyse läuft: noch %n Replays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The beatmap files of %n replays are not on this computer.</source>
        <translation>
            <numerusform>Die Beatmap-Datei von %n Replay ist nicht auf diesem Computer.</numerusform>
            <numerusform>Die Beatmap-Dateien von %n Replays sind nicht auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The game has these files and keeps them: delete the scores in osu!.</source>
        <translation>Das Spiel hat diese Dateien und behält sie: die Scores in osu! löschen.</translation>
    </message>
    <message>
        <source>The game has this file and keeps it: delete the score in osu!.</source>
        <translation>Das Spiel hat diese Datei und behält sie: den Score in osu! löschen.</translation>
    </message>
    <message>
        <source>There are no replays to make statistics of.</source>
        <translation>Es gibt keine Replays für eine Statistik.</translation>
    </message>
    <message>
        <source>Fetching beatmap files from osu!: {done} of {wanted}</source>
        <translation>Beatmap-Dateien werden von osu! abgerufen: {done} von {wanted}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Fetch from osu!</source>
        <translation>Von osu! abrufen</translation>
    </message>
    <message>
        <source>Without them there is no unstable rate and no pp.</source>
        <translation>Ohne sie gibt es keine Unstable Rate und keine pp.</translation>
    </message>
    <message>
        <source>Beatmap files were not fetched. {text}</source>
        <translation>Beatmap-Dateien wurden nicht abgerufen. {text}</translation>
    </message>
    <message>
        <source>{failed} of {count} beatmap files were not fetched. {text}</source>
        <translation>{failed} von {count} Beatmap-Dateien wurden nicht abgerufen. {text}</translation>
    </message>
    <message>
        <source>osu! does not have {lost} of {count} beatmaps, or another version than the one that was played.</source>
        <translation>osu! hat {lost} von {count} Beatmaps nicht oder nur in einer anderen Version als der gespielten.</translation>
    </message>
    <message>
        <source>Name now</source>
        <translation>Jetziger Name</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Stays: {reason}</source>
        <translation>Bleibt: {reason}</translation>
    </message>
    <message>
        <source>The file is gone.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Stays: It has this name already.</source>
        <translation>Bleibt: Sie heißt schon so.</translation>
    </message>
    <message>
        <source>Rename replays</source>
        <translation>Replays umbenennen</translation>
    </message>
    <message>
        <source>Name template</source>
        <translation>Namensvorlage</translation>
    </message>
    <message>
        <source>Rename by a template</source>
        <translation>Nach einer Vorlage umbenennen</translation>
    </message>
    <message>
        <source>Fields: {player} {artist} {title} {difficulty} {mapper} {date} {mode} {mods} {grade} {accuracy} {combo} {pp} {score_id} {beatmap_id}. A name that is taken gets a number.</source>
        <translation>Felder: {player} {artist} {title} {difficulty} {mapper} {date} {mode} {mods} {grade} {accuracy} {combo} {pp} {score_id} {beatmap_id}. Ein vergebener Name bekommt eine Nummer.</translation>
    </message>
    <message>
        <source>Names now and new names</source>
        <translation>Jetzige und neue Namen</translation>
    </message>
    <message>
        <source>A name needs at least one field.</source>
        <translation>Ein Name braucht mindestens ein Feld.</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n file(s)</source>
        <translation>
            <numerusform>%n Datei umbenennen</numerusform>
            <numerusform>%n Dateien umbenennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Lauf der Zeit</translation>
    </message>
    <message>
        <source>By beatmap</source>
        <translation>Nach Beatmap</translation>
    </message>
    <message>
        <source>There are figures of timing once two of these replays are analysed.</source>
        <translation>Werte zum Timing gibt es, sobald zwei dieser Replays analysiert sind.</translation>
    </message>
    <message>
        <source>Statistics of replays</source>
        <translation>Statistik der Replays</translation>
    </message>
    <message>
        <source>Misses on the playfield</source>
        <translation>Misses auf dem Spielfeld</translation>
    </message>
    <message>
        <source>No misses of osu! plays are known: they are shown once replays are analysed.</source>
        <translation>Es sind keine Misses aus osu! bekannt: sie erscheinen, sobald Replays analysiert sind.</translation>
    </message>
    <message>
        <source>No misses are known.</source>
        <translation>Es sind keine Misses bekannt.</translation>
    </message>
    <message>
        <source>Save picture …</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Best replays by beatmap</source>
        <translation>Beste Replays nach Beatmap</translation>
    </message>
    <message>
        <source>None of these replays can be read.</source>
        <translation>Keines dieser Replays lässt sich lesen.</translation>
    </message>
    <message>
        <source>Copied the figures.</source>
        <translation>Die Werte sind kopiert.</translation>
    </message>
    <message>
        <source>Save a picture of the statistics</source>
        <translation>Bild der Statistik speichern</translation>
    </message>
    <message>
        <source>The picture was not saved. {problem}</source>
        <translation>Das Bild wurde nicht gespeichert. {problem}</translation>
    </message>
    <message>
        <source>The picture is saved: {path}</source>
        <translation>Das Bild ist gespeichert: {path}</translation>
    </message>
    <message>
        <source>It could not be encoded.</source>
        <translation>Es ließ sich nicht kodieren.</translation>
    </message>
    <message>
        <source>Replay downloads</source>
        <translation>Replay-Downloads</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Store a key …</source>
        <translation>Schlüssel hinterlegen …</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Open the folder of saved replays</source>
        <translation>Den Ordner der gespeicherten Replays öffnen</translation>
    </message>
    <message>
        <source>The queue is empty: it saves replays to files, at the pace that osu! allows.</source>
        <translation>Leere Warteschlange: sie speichert Replays in Dateien.</translation>
    </message>
    <message>
        <source>Re&amp;move from the queue</source>
        <translation>Aus der Warteschlange entfer&amp;nen</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) paused.</source>
        <translation>
            <numerusform>%n Replay angehalten.</numerusform>
            <numerusform>%n Replays angehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n replays in the queue</source>
        <translation>
            <numerusform>{shown} von %n Replay in der Warteschlange</numerusform>
            <numerusform>{shown} von %n Replays in der Warteschlange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) in the queue</source>
        <translation>
            <numerusform>%n Replay in der Warteschlange</numerusform>
            <numerusform>%n Replays in der Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste links of scores above, or press the arrow in a row of any list of scores.</source>
        <translation>Oben Links einfügen oder in Score-Listen den Pfeil drücken.</translation>
    </message>
    <message>
        <source>Look for a player</source>
        <translation>Spieler suchen</translation>
    </message>
    <message>
        <source>This replay is not saved yet, and its score is not known.</source>
        <translation>Dieses Replay ist noch nicht gespeichert, und sein Score ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The order can be changed while the table is neither sorted nor filtered.</source>
        <translation>Die Reihenfolge lässt sich ändern, solange die Tabelle weder sortiert noch gefiltert ist.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fortset&amp;zen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Move to the &amp;top</source>
        <translation>&amp;Ganz nach oben</translation>
    </message>
    <message>
        <source>There is no folder {folder} yet.</source>
        <translation>Den Ordner {folder} gibt es noch nicht.</translation>
    </message>
    <message>
        <source>The folder {folder} could not be opened.</source>
        <translation>Der Ordner {folder} ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Replays are saved in</source>
        <translation>Replays werden gespeichert in</translation>
    </message>
    <message>
        <source>{text}, {done} of {total} finished</source>
        <translation>{text}, {done} von {total} fertig</translation>
    </message>
    <message>
        <source>Nothing is being downloaded.</source>
        <translation>Nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Room {key}</source>
        <translation>Raum {key}</translation>
    </message>
    <message>
        <source>osu! does not list the daily challenge of {day}.</source>
        <translation>osu! listet die Daily Challenge vom {day} nicht auf.</translation>
    </message>
    <message>
        <source>Its list goes back some 250 days, and not beyond July 2024.</source>
        <translation>Die Liste reicht rund 250 Tage zurück, und nicht weiter als Juli 2024.</translation>
    </message>
    <message>
        <source>There is no daily challenge at the moment.</source>
        <translation>Im Moment gibt es keine Daily Challenge.</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>osu! has no room {key}.</source>
        <translation>osu! hat keinen Raum {key}.</translation>
    </message>
    <message>
        <source>It may never have been opened, or have been removed.</source>
        <translation>Vielleicht wurde er nie geöffnet, oder er wurde entfernt.</translation>
    </message>
    <message>
        <source>Open the beatmap</source>
        <translation>Beatmap öffnen</translation>
    </message>
    <message>
        <source>A playlist has no events: its players come when they like.</source>
        <translation>Eine Playlist hat keine Ereignisse: Ihre Spieler kommen, wann sie wollen.</translation>
    </message>
    <message>
        <source>osu! shows nothing of this room any more.</source>
        <translation>osu! zeigt von diesem Raum nichts mehr.</translation>
    </message>
    <message>
        <source>Nothing is on the playlist of this room yet.</source>
        <translation>Auf der Playlist dieses Raums ist noch nichts.</translation>
    </message>
    <message>
        <source>Open &amp;scores in this room</source>
        <translation>S&amp;cores in diesem Raum öffnen</translation>
    </message>
    <message>
        <source>Open player {name} (&amp;picked it)</source>
        <translation>S&amp;pieler {name} öffnen (hat sie gewählt)</translation>
    </message>
    <message>
        <source>Open &amp;winner {name}</source>
        <translation>&amp;Sieger {name} öffnen</translation>
    </message>
    <message>
        <source>No player has completed a beatmap of this room yet.</source>
        <translation>Noch hat kein Spieler eine Beatmap dieses Raums geschafft.</translation>
    </message>
    <message>
        <source>No player has passed this beatmap in this room yet.</source>
        <translation>Noch hat kein Spieler diese Beatmap in diesem Raum bestanden.</translation>
    </message>
    <message>
        <source>Nothing has happened in this room yet.</source>
        <translation>In diesem Raum ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>This event names neither a player nor a beatmap.</source>
        <translation>Dieses Ereignis nennt weder Spieler noch Beatmap.</translation>
    </message>
    <message>
        <source>Open &amp;scores</source>
        <translation>S&amp;cores öffnen</translation>
    </message>
    <message>
        <source>Player&apos;s scores here</source>
        <translation>Scores des Spielers hier</translation>
    </message>
    <message>
        <source>Open in web browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Hit results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>As stable counts them</source>
        <translation>Wie Stable sie zählt</translation>
    </message>
    <message>
        <source>About this score</source>
        <translation>Über diesen Score</translation>
    </message>
    <message>
        <source>Score {id}</source>
        <translation>Score {id}</translation>
    </message>
    <message>
        <source>Team {team}</source>
        <translation>Team {team}</translation>
    </message>
    <message>
        <source>Replay in the queue</source>
        <translation>Replay in der Warteschlange</translation>
    </message>
    <message>
        <source>Open replay</source>
        <translation>Replay öffnen</translation>
    </message>
    <message>
        <source>osu! has no such score.</source>
        <translation>osu! hat keinen solchen Score.</translation>
    </message>
    <message>
        <source>It may be deleted, its player restricted, or the number that of stable.</source>
        <translation>Er ist vielleicht gelöscht, der Spieler gesperrt oder die Nummer eine von Stable.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Search on the website</source>
        <translation>Auf der Website suchen</translation>
    </message>
    <message>
        <source>osu! can be searched when you are signed in.</source>
        <translation>osu! lässt sich erst nach dem Anmelden durchsuchen.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>Show all players</source>
        <translation>Alle Spieler zeigen</translation>
    </message>
    <message>
        <source>This player&apos;s account is gone.</source>
        <translation>Das Konto dieses Spielers gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Open &amp;team</source>
        <translation>&amp;Team öffnen</translation>
    </message>
    <message>
        <source>Wiki pages</source>
        <translation>Wiki-Seiten</translation>
    </message>
    <message>
        <source>Forum topics</source>
        <translation>Forenthemen</translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search the forum, but the website can.</source>
        <translation>osu!s API kann das Forum nicht durchsuchen, die Website schon.</translation>
    </message>
    <message>
        <source>Open &amp;board</source>
        <translation>&amp;Forum öffnen</translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search teams, but the website can.</source>
        <translation>osu!s API kann keine Teams suchen, die Website schon.</translation>
    </message>
    <message>
        <source>Bookmarks and recently seen</source>
        <translation>Lesezeichen und zuletzt Gesehenes</translation>
    </message>
    <message>
        <source>Your replays</source>
        <translation>Deine Replays</translation>
    </message>
    <message>
        <source>osu! knows no active player by {words}.</source>
        <translation>osu! kennt keinen aktiven Spieler zu {words}.</translation>
    </message>
    <message>
        <source>osu! knows no player by {words}.</source>
        <translation>osu! kennt keinen Spieler zu {words}.</translation>
    </message>
    <message>
        <source>No beatmap is found with {words}.</source>
        <translation>Zu {words} wurde keine Beatmap gefunden.</translation>
    </message>
    <message>
        <source>All beatmaps, with filters</source>
        <translation>Alle Beatmaps, mit Filtern</translation>
    </message>
    <message>
        <source>No page of the wiki has {words} in it.</source>
        <translation>Keine Wiki-Seite enthält {words}.</translation>
    </message>
    <message>
        <source>Front page of the wiki</source>
        <translation>Startseite des Wikis</translation>
    </message>
    <message>
        <source>No news post has {words} in its title.</source>
        <translation>Kein News-Beitrag hat {words} im Titel.</translation>
    </message>
    <message>
        <source>All news</source>
        <translation>Alle News</translation>
    </message>
    <message>
        <source>None of the newest topics has {words} in its title.</source>
        <translation>Keines der neuesten Themen hat {words} im Titel.</translation>
    </message>
    <message>
        <source>No team is found with {words}.</source>
        <translation>Zu {words} wurde kein Team gefunden.</translation>
    </message>
    <message>
        <source>Nothing that you saw lately or bookmarked has {words} in it.</source>
        <translation>Nichts zuletzt Gesehenes und kein Lesezeichen enthält {words}.</translation>
    </message>
    <message>
        <source>All that was seen</source>
        <translation>Alles Gesehene</translation>
    </message>
    <message>
        <source>None of the replays on this computer has {words} in it.</source>
        <translation>Keines der Replays auf diesem Computer enthält {words}.</translation>
    </message>
    <message>
        <source>This file has no path that can be opened.</source>
        <translation>Diese Datei hat keinen Pfad, der geöffnet werden kann.</translation>
    </message>
    <message>
        <source>Seen here</source>
        <translation>Hier gesehen</translation>
    </message>
    <message>
        <source>Sets of any status, by relevance. The listing of beatmaps has all filters.</source>
        <translation>Sets mit jedem Status, nach Relevanz. Alle Filter hat die Beatmap-Liste.</translation>
    </message>
    <message>
        <source>Filter further</source>
        <translation>Weiter filtern</translation>
    </message>
    <message>
        <source>Titles and authors are searched: osu!&apos;s API cannot search the texts of news.</source>
        <translation>Gesucht wird in Titeln und Autoren: osu!s API kann die Texte der News nicht durchsuchen.</translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search teams: these are of found players and of rankings.</source>
        <translation>osu!s API kann keine Teams suchen: Diese sind von gefundenen Spielern und aus Ranglisten.</translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search the forum: these are titles of the newest topics.</source>
        <translation>osu!s API kann das Forum nicht durchsuchen: Dies sind Titel der neuesten Themen.</translation>
    </message>
    <message>
        <source>Search osu!</source>
        <translation>osu! durchsuchen</translation>
    </message>
    <message>
        <source>Search players, beatmaps, wiki, news, what you saw …</source>
        <translation>Spieler, Beatmaps, Wiki, News, Gesehenes suchen …</translation>
    </message>
    <message>
        <source>Active players only</source>
        <translation>Nur aktive Spieler</translation>
    </message>
    <message>
        <source>Only players who visited osu! within the last 30 days</source>
        <translation>Nur Spieler, die in den letzten 30 Tagen bei osu! waren</translation>
    </message>
    <message>
        <source>Only players of one country</source>
        <translation>Nur Spieler eines Landes</translation>
    </message>
    <message>
        <source>Lists of osu!</source>
        <translation>Listen von osu!</translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”, on osu! or on this computer.</source>
        <translation>Zu „{words}“ wurde nichts gefunden, weder bei osu! noch auf diesem Computer.</translation>
    </message>
    <message>
        <source>The forum was not searched: osu!&apos;s API cannot do that.</source>
        <translation>Das Forum wurde nicht durchsucht: osu!s API kann das nicht.</translation>
    </message>
    <message>
        <source>Look in the forum</source>
        <translation>Im Forum suchen</translation>
    </message>
    <message>
        <source>Show the whole list: {title}</source>
        <translation>Die ganze Liste zeigen: {title}</translation>
    </message>
    <message>
        <source>{loaded} of {total}</source>
        <translation>{loaded} von {total}</translation>
    </message>
    <message>
        <source>{title}, {count}: show the whole list</source>
        <translation>{title}, {count}: die ganze Liste zeigen</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>Signing in as yourself would bring your friends and their ranking, your own scores on a beatmap, what you have played, and replays to save.</source>
        <translation>Mit dem eigenen Konto angemeldet gibt es deine Freunde und deren Rangliste, deine eigenen Scores auf einer Beatmap, was du gespielt hast, und Replays zum Speichern.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>My profile</source>
        <translation>Mein Profil</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>Callback-Adresse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy callback address</source>
        <translation>Callback-Adresse kopieren</translation>
    </message>
    <message>
        <source>An OAuth application of your own on osu! has to have this address, or signing in through the web browser fails.</source>
        <translation>Die eigene OAuth-Anwendung bei osu! muss diese Adresse haben, sonst schlägt das Anmelden über den Browser fehl.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>This is the demo: a made-up osu! inside this program.</source>
        <translation>Dies ist die Demo: ein ausgedachtes osu! in diesem Programm.</translation>
    </message>
    <message>
        <source>a player</source>
        <translation>ein Spieler</translation>
    </message>
    <message>
        <source>Signed in as {name}.</source>
        <translation>Angemeldet als {name}.</translation>
    </message>
    <message>
        <source>You are a guest: public pages, and nothing of yourself.</source>
        <translation>Du bist Gast: öffentliche Seiten, und nichts von dir selbst.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>The sign-in of the demo is not kept.</source>
        <translation>Die Anmeldung der Demo wird nicht behalten.</translation>
    </message>
    <message>
        <source>The client secret and the sign-in are kept in the system&apos;s keyring.</source>
        <translation>Client Secret und Anmeldung liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The client secret and the sign-in are kept in {where}, a file that only you can read: this system has no keyring, or the program has a folder of its own.</source>
        <translation>Client Secret und Anmeldung liegen in {where}, einer Datei, die nur du lesen kannst: Dieses System hat keinen Schlüsselbund, oder das Programm hat einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Never shown in the listing</source>
        <translation>Nie in der Liste gezeigt</translation>
    </message>
    <message>
        <source>The listing says how many it left out, and can show them for once.</source>
        <translation>Die Liste sagt, wie viele sie weggelassen hat, und kann sie ausnahmsweise zeigen.</translation>
    </message>
    <message>
        <source>osu! on this computer</source>
        <translation>osu! auf diesem Computer</translation>
    </message>
    <message>
        <source>Its files are read, and never changed, so that the listing can tell what you have. lazer keeps files of deleted beatmaps for a while: they count, too.</source>
        <translation>Seine Dateien werden gelesen und nie geändert, damit die Liste weiß, was vorhanden ist. lazer behält Dateien gelöschter Beatmaps eine Weile: Auch sie zählen.</translation>
    </message>
    <message>
        <source>Excluded tags</source>
        <translation>Ausgeschlossene Tags</translation>
    </message>
    <message>
        <source>None. For example: anime, featured artist</source>
        <translation>Keine. Zum Beispiel: anime, featured artist</translation>
    </message>
    <message>
        <source>Excluded mappers</source>
        <translation>Ausgeschlossene Mapper</translation>
    </message>
    <message>
        <source>None. Names or ids, separated by commas</source>
        <translation>Keine. Namen oder IDs, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Excluded genres</source>
        <translation>Ausgeschlossene Genres</translation>
    </message>
    <message>
        <source>Excluded languages</source>
        <translation>Ausgeschlossene Sprachen</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Put the removed marks back</source>
        <translation>Die entfernten Markierungen zurückholen</translation>
    </message>
    <message>
        <source>Forget seen</source>
        <translation>Gesehene vergessen</translation>
    </message>
    <message>
        <source>Remove the mark “seen” from all beatmaps</source>
        <translation>Die Markierung „Gesehen“ von allen Beatmaps entfernen</translation>
    </message>
    <message>
        <source>Forget liked</source>
        <translation>Gemochte vergessen</translation>
    </message>
    <message>
        <source>Remove the mark “liked” from all beatmaps</source>
        <translation>Die Markierung „Gefällt mir“ von allen Beatmaps entfernen</translation>
    </message>
    <message>
        <source>Forget hidden</source>
        <translation>Ausgeblendete vergessen</translation>
    </message>
    <message>
        <source>Remove the mark “hidden” from all beatmaps</source>
        <translation>Die Markierung „Ausgeblendet“ von allen Beatmaps entfernen</translation>
    </message>
    <message>
        <source>Marks</source>
        <comment>of beatmaps, by the user</comment>
        <translation>Markierungen</translation>
    </message>
    <message numerus="yes">
        <source>%n seen</source>
        <comment>beatmap sets</comment>
        <translation>
            <numerusform>%n gesehen</numerusform>
            <numerusform>%n gesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n liked</source>
        <comment>beatmap sets</comment>
        <translation>
            <numerusform>%n gemocht</numerusform>
            <numerusform>%n gemocht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <comment>beatmap sets</comment>
        <translation>
            <numerusform>%n ausgeblendet</numerusform>
            <numerusform>%n ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Beatmap sets: {counts}.</source>
        <translation>Beatmapsets: {counts}.</translation>
    </message>
    <message>
        <source>No beatmap set is marked.</source>
        <translation>Kein Beatmapset ist markiert.</translation>
    </message>
    <message>
        <source>Read its files</source>
        <translation>Seine Dateien lesen</translation>
    </message>
    <message>
        <source>Read an installed osu!</source>
        <translation>Ein installiertes osu! lesen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Look for an installed osu!, and read it again</source>
        <translation>Nach einem installierten osu! suchen und es neu lesen</translation>
    </message>
    <message>
        <source>Installed osu!</source>
        <translation>Installiertes osu!</translation>
    </message>
    <message>
        <source>Folder of osu!stable</source>
        <translation>Ordner von osu!stable</translation>
    </message>
    <message>
        <source>It has no osu!.db and no osu!.exe.</source>
        <translation>Er enthält keine osu!.db und keine osu!.exe.</translation>
    </message>
    <message>
        <source>Found by itself.</source>
        <translation>Von selbst gefunden.</translation>
    </message>
    <message>
        <source>Data folder of osu!lazer</source>
        <translation>Datenordner von osu!lazer</translation>
    </message>
    <message>
        <source>It has no files and no client.realm.</source>
        <translation>Er enthält weder files noch client.realm.</translation>
    </message>
    <message>
        <source>It is not read: neither its beatmaps nor its replays are known.</source>
        <translation>Es wird nicht gelesen: Weder seine Beatmaps noch seine Replays sind bekannt.</translation>
    </message>
    <message>
        <source>It is being read: {done}.</source>
        <translation>Es wird gelesen: {done}.</translation>
    </message>
    <message>
        <source>It is being looked for.</source>
        <translation>Es wird gesucht.</translation>
    </message>
    <message>
        <source>No osu! was found on this computer. If there is one, choose its folder.</source>
        <translation>Auf diesem Computer wurde kein osu! gefunden. Gibt es eines, seinen Ordner wählen.</translation>
    </message>
    <message>
        <source>It has {sets} and {difficulties}.</source>
        <translation>Es hat {sets} und {difficulties}.</translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap set(s)</source>
        <translation>
            <numerusform>%n Beatmapset</numerusform>
            <numerusform>%n Beatmapsets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difficulties</source>
        <translation>
            <numerusform>%n Schwierigkeit</numerusform>
            <numerusform>%n Schwierigkeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>Keiner wurde gefunden.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>bytes of a cache</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>less than 0.1 MB</source>
        <translation>weniger als 0,1 MB</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Most answers kept, in megabytes</source>
        <translation>Höchste Menge gespeicherter Antworten, in Megabyte</translation>
    </message>
    <message>
        <source>Nothing is kept.</source>
        <translation>Nichts ist gespeichert.</translation>
    </message>
    <message>
        <source>{megabytes} is kept.</source>
        <translation>{megabytes} gespeichert.</translation>
    </message>
    <message>
        <source>Forget all answers</source>
        <translation>Alle Antworten vergessen</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>empty a cache</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Answers: no more than</source>
        <translation>Antworten: höchstens</translation>
    </message>
    <message>
        <source>Most pictures kept, in megabytes</source>
        <translation>Höchste Menge gespeicherter Bilder, in Megabyte</translation>
    </message>
    <message>
        <source>Forget all pictures</source>
        <translation>Alle Bilder vergessen</translation>
    </message>
    <message>
        <source>Pictures: no more than</source>
        <translation>Bilder: höchstens</translation>
    </message>
    <message>
        <source>What you saw opens at once from it, and without a network, too.</source>
        <translation>Schon Gesehenes öffnet sich daraus sofort, auch ohne Netz.</translation>
    </message>
    <message>
        <source>What you see of the demo is not kept.</source>
        <translation>Was die Demo zeigt, wird nicht behalten.</translation>
    </message>
    <message>
        <source>Forgotten: {megabytes} of answers.</source>
        <translation>Vergessen: {megabytes} Antworten.</translation>
    </message>
    <message>
        <source>Forgotten: {megabytes} of pictures.</source>
        <translation>Vergessen: {megabytes} Bilder.</translation>
    </message>
    <message>
        <source>Not all of it could be forgotten: the disk refused.</source>
        <translation>Nicht alles konnte gelöscht werden: Der Datenträger hat sich geweigert.</translation>
    </message>
    <message>
        <source>Replays have a limit of their own: 10 a minute.</source>
        <translation>Replays haben eine eigene Grenze: 10 pro Minute.</translation>
    </message>
    <message>
        <source>Romanised</source>
        <comment>titles</comment>
        <translation>Romanisiert</translation>
    </message>
    <message>
        <source>Original</source>
        <comment>titles</comment>
        <translation>Original</translation>
    </message>
    <message>
        <source>As the system ({language})</source>
        <translation>Wie das System ({language})</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Restart osubrowser now, with the same tabs</source>
        <translation>osubrowser jetzt mit denselben Tabs neu starten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Titles of songs</source>
        <translation>Titel der Lieder</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Avatars, covers, flags</source>
        <translation>Avatare, Cover, Flaggen</translation>
    </message>
    <message>
        <source>Load pictures</source>
        <translation>Bilder laden</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No picture behind the welcome page</source>
        <translation>Kein Bild hinter der Startseite</translation>
    </message>
    <message>
        <source>Show no picture behind the welcome page</source>
        <translation>Kein Bild hinter der Startseite zeigen</translation>
    </message>
    <message>
        <source>Of everything in the window, from the next start on.</source>
        <translation>Für alles im Fenster, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Of this program, from the next start on; osu! has its own.</source>
        <translation>Gilt ab dem nächsten Start. Was osu! selbst schreibt, bleibt in seiner Sprache.</translation>
    </message>
    <message>
        <source>Original ones are written as the artist does, many of them in Japanese.</source>
        <translation>Original heißt: wie der Künstler sie schreibt, viele davon auf Japanisch.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>With less of it, the progress of a load stands still.</source>
        <translation>Mit weniger davon steht der Fortschritt beim Laden still.</translation>
    </message>
    <message>
        <source>Without them osu! is asked for nothing but the answers themselves.</source>
        <translation>Ohne Bilder wird von osu! nur Text geladen.</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>One of the game&apos;s seasonal backgrounds behind it (osubrowser:backgrounds).</source>
        <translation>Hintergrund: eines der Saison-Bilder des Spiels (osubrowser:backgrounds).</translation>
    </message>
    <message>
        <source>Volume of previews</source>
        <translation>Lautstärke der Vorschau</translation>
    </message>
    <message>
        <source>Of the songs of beatmaps, wherever they are played. 0 % is silent.</source>
        <translation>Für die Lieder der Beatmaps, auf allen Seiten. 0 % ist stumm.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>Most requests to osu!</source>
        <translation>Höchstens Anfragen an osu!</translation>
    </message>
    <message>
        <source>One every {seconds} s over a longer time; a handful at once is always fine.</source>
        <translation>Auf Dauer eine Anfrage je {seconds} s; eine Handvoll auf einmal geht immer.</translation>
    </message>
    <message>
        <source>osu! asks programs to stay at {pace} or below, and may shut out one that does not.</source>
        <translation>osu! bittet Programme, bei höchstens {pace} zu bleiben, und kann andere aussperren.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open the last places again</source>
        <translation>Letzte Orte wieder öffnen</translation>
    </message>
    <message>
        <source>Open the last places again at the start</source>
        <translation>Beim Start die letzten Orte wieder öffnen</translation>
    </message>
    <message>
        <source>When the program starts</source>
        <translation>Wenn das Programm startet</translation>
    </message>
    <message>
        <source>What is in the tabs and beside them, as it was at the end of the last run.</source>
        <translation>Was in den Tabs und daneben offen war, als das Programm beendet wurde.</translation>
    </message>
    <message>
        <source>This is the usual folder.</source>
        <translation>Dies ist der übliche Ordner.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>{words}: choose a folder</source>
        <translation>{words}: Ordner wählen</translation>
    </message>
    <message>
        <source>{words}: open the folder</source>
        <translation>{words}: Ordner öffnen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>{words}: the usual folder again</source>
        <translation>{words}: wieder der übliche Ordner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Tables are exported to</source>
        <translation>Tabellen werden exportiert nach</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy the path: {words}</source>
        <translation>Pfad kopieren: {words}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder: {words}</source>
        <translation>Ordner öffnen: {words}</translation>
    </message>
    <message>
        <source>Press keys …</source>
        <translation>Tasten drücken …</translation>
    </message>
    <message>
        <source>Enter and then the new key changes it, Delete takes it away</source>
        <translation>Enter und dann die neue Taste ändert es, Entf nimmt es weg</translation>
    </message>
    <message>
        <source>One more key for “{what}”</source>
        <translation>Eine weitere Taste für „{what}“</translation>
    </message>
    <message>
        <source>Add a key for {what}</source>
        <translation>Taste für {what} hinzufügen</translation>
    </message>
    <message>
        <source>{what}: press the new keys</source>
        <translation>{what}: die neuen Tasten drücken</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Everything on this page goes back to what it was at first. You stay signed in.</source>
        <translation>Alles auf dieser Seite wird wieder, wie es am Anfang war. Du bleibst angemeldet.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Reset all …</source>
        <translation>Zurücksetzen …</translation>
    </message>
    <message>
        <source>Every change works at once and is kept</source>
        <translation>Jede Änderung gilt sofort und bleibt</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>All settings are what they were at first.</source>
        <translation>Alle Einstellungen sind wieder, wie sie am Anfang waren.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Nummer anhängen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>With it, replays are found by player and beatmap without a sign-in. It is stored like the client secret.</source>
        <translation>Mit ihm werden Replays nach Spieler und Beatmap ohne Anmeldung gefunden. Er wird wie das Client Secret aufbewahrt.</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>Namen der Dateien</translation>
    </message>
    <message>
        <source>Names of the files: the usual template again</source>
        <translation>Namen der Dateien: wieder die übliche Vorlage</translation>
    </message>
    <message>
        <source>When there is a file of that name</source>
        <translation>Wenn es schon eine solche Datei gibt</translation>
    </message>
    <message>
        <source>Tell when they are done</source>
        <translation>Melden, wenn sie fertig sind</translation>
    </message>
    <message>
        <source>Tell when replays are done</source>
        <translation>Melden, wenn Replays fertig sind</translation>
    </message>
    <message>
        <source>Folders of the library …</source>
        <translation>Ordner der Bibliothek …</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Store the key of API v1</source>
        <translation>Schlüssel der API v1 speichern</translation>
    </message>
    <message>
        <source>Remove the key of API v1</source>
        <translation>Schlüssel der API v1 entfernen</translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation>Felder: {fields}</translation>
    </message>
    <message>
        <source>osu! does not have it any more, or hides it</source>
        <translation>osu! hat es nicht mehr, oder verbirgt es</translation>
    </message>
    <message>
        <source>osu! does not show it to you</source>
        <translation>osu! zeigt es dir nicht</translation>
    </message>
    <message>
        <source>osu! did not accept the question</source>
        <translation>osu! nahm die Frage nicht an</translation>
    </message>
    <message>
        <source>what osu! sent could not be read</source>
        <translation>was osu! sandte, war nicht lesbar</translation>
    </message>
    <message>
        <source>osu! could not be reached</source>
        <translation>osu! war nicht erreichbar</translation>
    </message>
    <message>
        <source>it could not be checked</source>
        <translation>es konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>New</source>
        <comment>unread changes</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Unread changes</source>
        <translation>Ungelesene Änderungen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>When osu! was asked last</source>
        <translation>Wann osu! zuletzt gefragt wurde</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>the last check of what is followed</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no notifications</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Group: {group}</source>
        <translation>Gruppe: {group}</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>Keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>Checked {when}</source>
        <translation>Geprüft {when}</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>The last check failed: {reason}</source>
        <translation>Die letzte Prüfung schlug fehl: {reason}</translation>
    </message>
    <message>
        <source>By the desktop, while the window is not in front.</source>
        <translation>Vom Desktop, solange das Fenster nicht vorn ist.</translation>
    </message>
    <message>
        <source>It lists the replays in the folder above, and in these.</source>
        <translation>Sie listet die Replays im Ordner oben und in diesen auf.</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>Zum Beispiel: {name}</translation>
    </message>
    <message>
        <source>A key is stored</source>
        <translation>Ein Schlüssel ist gespeichert</translation>
    </message>
    <message>
        <source>No key is stored</source>
        <translation>Kein Schlüssel ist gespeichert</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>From {least} to {most}; Up and Down change it by {step}</source>
        <translation>Von {least} bis {most}; Hoch und Runter ändern um {step}</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Kopiert: {text}</translation>
    </message>
    <message>
        <source>The folder could not be opened. Its path is on the clipboard.</source>
        <translation>Der Ordner ließ sich nicht öffnen. Sein Pfad ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>{text}: the usual keys again</source>
        <translation>{text}: wieder die üblichen Tasten</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Press Enter on a key, then the new one. Delete takes a key away, + adds one.</source>
        <translation>Auf einer Taste Enter drücken, dann die neue. Entf nimmt eine Taste weg, + fügt eine hinzu.</translation>
    </message>
    <message>
        <source>{shown} stands for “{text}” now. Change that one first.</source>
        <translation>{shown} steht jetzt für „{text}“. Erst das ändern.</translation>
    </message>
    <message>
        <source>osu! names no members of {name}.</source>
        <translation>osu! nennt keine Mitglieder von {name}.</translation>
    </message>
    <message>
        <source>Find in the ranking</source>
        <translation>In Rangliste finden</translation>
    </message>
    <message>
        <source>Finding …</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>This team has written nothing about itself.</source>
        <translation>Dieses Team hat nichts über sich geschrieben.</translation>
    </message>
    <message>
        <source>Open the ranking of teams of this ruleset at this team</source>
        <translation>Die Rangliste der Teams dieses Modus bei diesem Team öffnen</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>Das Team</translation>
    </message>
    <message>
        <source>{name} has no place in the ranking of {mode}.</source>
        <translation>{name} hat keinen Platz in der Rangliste von {mode}.</translation>
    </message>
    <message>
        <source>osu! has no team {name}.</source>
        <translation>osu! hat kein Team {name}.</translation>
    </message>
    <message>
        <source>It may have been disbanded.</source>
        <translation>Vielleicht wurde es aufgelöst.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Read the guide</source>
        <translation>Anleitung lesen</translation>
    </message>
    <message>
        <source>Players, rankings, beatmaps, scores and replays of osu!</source>
        <translation>Spieler, Ranglisten, Beatmaps, Scores und Replays von osu!</translation>
    </message>
    <message>
        <source>Welcome to osubrowser</source>
        <translation>Willkommen bei osubrowser</translation>
    </message>
    <message>
        <source>A made-up osu! inside this program: no account, no network.</source>
        <translation>Ein ausgedachtes osu! in diesem Programm: kein Konto, kein Netz.</translation>
    </message>
    <message>
        <source>Sign in with osu!</source>
        <translation>Mit osu! anmelden</translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation>In der Demo umsehen</translation>
    </message>
    <message>
        <source>Open osu! settings</source>
        <translation>osu!-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Client Secret</source>
        <translation>Client Secret</translation>
    </message>
    <message>
        <source>As a guest: no web browser, no friends</source>
        <translation>Als Gast: ohne Browser, ohne Freunde</translation>
    </message>
    <message>
        <source>Public pages only; the application is asked for, not the player</source>
        <translation>Nur öffentliche Seiten; gefragt wird nach der Anwendung, nicht nach dem Spieler</translation>
    </message>
    <message>
        <source>The secret is kept in the system&apos;s keyring.</source>
        <translation>Das Secret liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The secret is kept in {kept_in}, a file that only you can read, not in a keyring.</source>
        <translation>Das Secret liegt in {kept_in}, einer Datei, die nur du lesen kannst, nicht in einem Schlüsselbund.</translation>
    </message>
    <message>
        <source>osu! has no key that all users of a program share: everyone registers an OAuth application of their own. It is free, takes a minute, and its access and its limit of requests are yours alone.</source>
        <translation>osu! hat keinen Schlüssel, den sich alle Nutzer eines Programms teilen: Jeder registriert eine eigene OAuth-Anwendung. Das kostet nichts, dauert eine Minute, und Zugang und Anfragen-Grenze gehören dir allein.</translation>
    </message>
    <message>
        <source>There, choose “New OAuth Application”.</source>
        <translation>Dort „New OAuth Application“ wählen.</translation>
    </message>
    <message>
        <source>Any name will do. Its callback address is this one:</source>
        <translation>Der Name ist beliebig. Die Callback-Adresse ist diese:</translation>
    </message>
    <message>
        <source>Copy what osu! shows then, and paste both:</source>
        <translation>Was osu! dann zeigt, kopieren und beides einfügen:</translation>
    </message>
    <message>
        <source>Client Secret (empty: the kept one)</source>
        <translation>Client Secret (leer: das gespeicherte)</translation>
    </message>
    <message>
        <source>Register a new OAuth application</source>
        <translation>Register a new OAuth application</translation>
    </message>
    <message>
        <source>Application Name</source>
        <translation>Application Name</translation>
    </message>
    <message>
        <source>Application Callback URLs</source>
        <translation>Application Callback URLs</translation>
    </message>
    <message>
        <source>Register application</source>
        <translation>Register application</translation>
    </message>
    <message>
        <source>Picture of osu!&apos;s form of a new application: the second field has the callback.</source>
        <translation>Bild von osu!s Formular für eine neue Anwendung: Das zweite Feld hat die Callback-Adresse.</translation>
    </message>
    <message>
        <source>Show client secret</source>
        <translation>Show client secret</translation>
    </message>
    <message>
        <source>Picture of what osu! shows then: Client ID, and Client Secret with a button below.</source>
        <translation>Bild von dem, was osu! dann zeigt: Client ID, und Client Secret mit einem Knopf darunter.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Waiting for the web browser …</source>
        <translation>Warten auf den Browser …</translation>
    </message>
    <message>
        <source>osu! asks there whether this program may see your profile. Allow it, and this window goes on by itself. If no page has opened, copy the link into a browser.</source>
        <translation>osu! fragt dort, ob dieses Programm dein Profil sehen darf. Nach dem Erlauben geht es in diesem Fenster von selbst weiter. Hat sich keine Seite geöffnet, den Link in einen Browser kopieren.</translation>
    </message>
    <message>
        <source>If osu! shows an error instead, your application has another callback address. It must be {address}, to the letter.</source>
        <translation>Zeigt osu! stattdessen einen Fehler, hat deine Anwendung eine andere Callback-Adresse. Sie muss genau {address} lauten.</translation>
    </message>
    <message>
        <source>Asking osu! …</source>
        <translation>osu! wird gefragt …</translation>
    </message>
    <message>
        <source>Search the wiki for “{tag}”</source>
        <translation>Im Wiki nach „{tag}“ suchen</translation>
    </message>
    <message>
        <source>Wiki page</source>
        <translation>Wiki-Seite</translation>
    </message>
    <message>
        <source>This page is empty.</source>
        <translation>Diese Seite ist leer.</translation>
    </message>
    <message>
        <source>Search the wiki</source>
        <translation>Im Wiki suchen</translation>
    </message>
    <message>
        <source>The wiki is read when you are signed in to osu!.</source>
        <translation>Das Wiki ist erst nach dem Anmelden bei osu! zu lesen.</translation>
    </message>
    <message>
        <source>The wiki has no such page.</source>
        <translation>Eine solche Seite hat das Wiki nicht.</translation>
    </message>
    <message>
        <source>It may have been renamed or removed, or the address has a mistake.</source>
        <translation>Vielleicht wurde sie umbenannt oder entfernt, oder die Adresse hat einen Fehler.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>{current} of {matches}</source>
        <translation>{current} von {matches}</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Level</source>
        <comment>of a reply</comment>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>On</source>
        <comment>what a post is about</comment>
        <translation>Worüber</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>Ebene {level}</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open link in background</source>
        <translation>Link im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Open link in web browser</source>
        <translation>Link im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy address of link</source>
        <translation>Adresse des Links kopieren</translation>
    </message>
    <message>
        <source>Open player</source>
        <translation>Spieler öffnen</translation>
    </message>
    <message>
        <source>Open player in background</source>
        <translation>Spieler im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open it in background</source>
        <translation>Im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Link: {value}</source>
        <translation>Link: {value}</translation>
    </message>
    <message>
        <source>osu! asks us to wait {left} s</source>
        <translation>osu! bittet, {left} s zu warten</translation>
    </message>
    <message>
        <source>Open in background</source>
        <translation>Im Hintergrund öffnen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles markieren</translation>
    </message>
    <message>
        <source>Link: {words}</source>
        <translation>Link: {words}</translation>
    </message>
    <message>
        <source>This text goes on: it is too long to be shown whole.</source>
        <translation>Dieser Text geht weiter: Er ist zu lang, um ganz gezeigt zu werden.</translation>
    </message>
    <message>
        <source>About this</source>
        <translation>Hierzu</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>It goes on by itself then.</source>
        <translation>Danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>This page has no address to bookmark.</source>
        <translation>Diese Seite hat keine Adresse für ein Lesezeichen.</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Lesezeichen gesetzt</translation>
    </message>
    <message>
        <source>There is no room for more bookmarks.</source>
        <translation>Für weitere Lesezeichen ist kein Platz.</translation>
    </message>
    <message>
        <source>The bookmark is removed.</source>
        <translation>Das Lesezeichen ist entfernt.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>{name}: account, theme, help</source>
        <translation>{name}: Konto, Design, Hilfe</translation>
    </message>
    <message>
        <source>Account: {name}</source>
        <translation>Konto: {name}</translation>
    </message>
    <message>
        <source>Places that are kept open</source>
        <translation>Offen gehaltene Orte</translation>
    </message>
    <message>
        <source>Close this place</source>
        <translation>Diesen Ort schließen</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Die anderen schließen</translation>
    </message>
    <message>
        <source>Open the closed one again</source>
        <translation>Geschlossenen wieder öffnen</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>in the history</comment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <comment>in the history</comment>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Follow this page</source>
        <translation>Dieser Seite folgen</translation>
    </message>
    <message>
        <source>How this page is followed</source>
        <translation>Wie dieser Seite gefolgt wird</translation>
    </message>
    <message numerus="yes">
        <source>%n unread change(s)</source>
        <translation>
            <numerusform>%n ungelesene Änderung</numerusform>
            <numerusform>%n ungelesene Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)/min</source>
        <translation>
            <numerusform>%n Anfrage/min</numerusform>
            <numerusform>%n Anfragen/min</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Bookmark this page</source>
        <translation>Lesezeichen für diese Seite</translation>
    </message>
    <message>
        <source>All places beside the tabs</source>
        <translation>Alle Orte neben den Tabs</translation>
    </message>
    <message>
        <source>Edit the bookmark</source>
        <translation>Lesezeichen bearbeiten</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Requests to osu! in the last minute</source>
        <translation>Anfragen an osu! in der letzten Minute</translation>
    </message>
    <message>
        <source>Copied: {link}</source>
        <translation>Kopiert: {link}</translation>
    </message>
    <message>
        <source>Opened in the web browser</source>
        <translation>Im Browser geöffnet</translation>
    </message>
    <message>
        <source>Opened in the web browser, as {reason}</source>
        <translation>Im Browser geöffnet, denn {reason}</translation>
    </message>
    <message>
        <source>No web browser was found. The link is on the clipboard.</source>
        <translation>Es wurde kein Browser gefunden. Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>{link} opens in the web browser only, as {reason}.</source>
        <translation>{link} lässt sich nur im Browser öffnen, denn {reason}.</translation>
    </message>
    <message>
        <source>Handed to osu!: {link}</source>
        <translation>An osu! übergeben: {link}</translation>
    </message>
    <message>
        <source>No osu! opens its links here. The link is on the clipboard.</source>
        <translation>Kein osu! öffnet hier seine Links. Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Tabs stay open; places beside them can be closed.</source>
        <translation>Tabs bleiben offen; Orte daneben lassen sich schließen.</translation>
    </message>
    <message>
        <source>Nothing is open beside the tabs. A middle click on a row opens it there.</source>
        <translation>Neben den Tabs ist nichts offen. Ein Mittelklick auf eine Zeile öffnet sie dort.</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>done {when}</source>
        <translation>fertig {when}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>morgen {time}</translation>
    </message>
    <message>
        <source>in {days} d</source>
        <translation>in {days} T.</translation>
    </message>
    <message>
        <source>“{folder}” is in the replay library now.</source>
        <translation>„{folder}“ ist jetzt in der Replay-Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) are in the replay library now.</source>
        <translation>
            <numerusform>%n Ordner ist jetzt in der Replay-Bibliothek.</numerusform>
            <numerusform>%n Ordner sind jetzt in der Replay-Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “{folder}” is not watched.</source>
        <translation>Der Ordner „{folder}“ wird nicht beobachtet.</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>There are no replays and no folders among what was dropped.</source>
        <translation>Unter dem Abgelegten sind keine Replays und keine Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) are in the library now.</source>
        <translation>
            <numerusform>Das Replay ist jetzt in der Bibliothek.</numerusform>
            <numerusform>%n Replays sind jetzt in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>This page belongs to osubrowser: the website does not have it.</source>
        <translation>Diese Seite gehört zu osubrowser: Auf der Website gibt es sie nicht.</translation>
    </message>
    <message>
        <source>Sign in or open the demo first; this opens then.</source>
        <translation>Erst anmelden oder die Demo öffnen; dann öffnet sich dies.</translation>
    </message>
    <message>
        <source>No more places fit beside the tabs. Close one of them first.</source>
        <translation>Neben die Tabs passen keine weiteren Orte. Erst einen davon schließen.</translation>
    </message>
    <message>
        <source>Opened in the background</source>
        <translation>Im Hintergrund geöffnet</translation>
    </message>
    <message>
        <source>Position in the preview</source>
        <translation>Stelle in der Vorschau</translation>
    </message>
    <message>
        <source>Stop the preview</source>
        <translation>Vorschau anhalten</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm schalten</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen…</translation>
    </message>
    <message>
        <source>Volume of previews: {percent}</source>
        <translation>Lautstärke der Vorschau: {percent}</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton einschalten</translation>
    </message>
    <message>
        <source>This system has no library for sounds: the preview is in the web browser.</source>
        <translation>Diesem System fehlt eine Bibliothek für Töne: Die Vorschau läuft im Browser.</translation>
    </message>
    <message>
        <source>Type a name, words, an id or an osu! address</source>
        <translation>Name, Wörter, ID oder osu!-Adresse eingeben</translation>
    </message>
    <message>
        <source>osu! knows no player and no beatmap by this.</source>
        <translation>osu! kennt dazu weder Spieler noch Beatmap.</translation>
    </message>
    <message>
        <source>osu! knows no player by this.</source>
        <translation>osu! kennt dazu keinen Spieler.</translation>
    </message>
    <message>
        <source>Sign in, or open the demo, to find players and beatmaps.</source>
        <translation>Anmelden oder die Demo öffnen, um Spieler und Beatmaps zu finden.</translation>
    </message>
    <message>
        <source>This is no address that osu! has.</source>
        <translation>Diese Adresse gibt es bei osu! nicht.</translation>
    </message>
    <message>
        <source>“{text}” is not an osu! address. One looks like this: {example}</source>
        <translation>„{text}“ ist keine osu!-Adresse. So sieht eine aus: {example}</translation>
    </message>
    <message>
        <source>What is above was not looked up.</source>
        <translation>Was oben steht, wurde nicht nachgeschlagen.</translation>
    </message>
    <message>
        <source>osu! asks us to wait {seconds}; then more comes.</source>
        <translation>osu! bittet, {seconds} zu warten; dann kommt mehr.</translation>
    </message>
    <message>
        <source>opens in the web browser</source>
        <translation>öffnet sich im Browser</translation>
    </message>
    <message>
        <source>osu! does not accept the sign-in any more. Sign in again to go on.</source>
        <translation>osu! nimmt die Anmeldung nicht mehr an. Zum Weitermachen neu anmelden.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Save the replay</source>
        <translation>Replay speichern</translation>
    </message>
    <message>
        <source>The replay is in the download queue</source>
        <translation>Das Replay ist in der Warteschlange</translation>
    </message>
    <message>
        <source>Open the replay, which is on this computer</source>
        <translation>Das Replay öffnen, es ist auf diesem Computer</translation>
    </message>
    <message>
        <source>Sort loaded rows by</source>
        <translation>Geladene Zeilen sortieren nach</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>No loaded row contains “{needle}”.</source>
        <translation>Keine geladene Zeile enthält „{needle}“.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Nothing in the first pages fits the filters that are applied here.</source>
        <translation>Auf den ersten Seiten passt nichts zu den Filtern, die hier gelten.</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Weitersuchen</translation>
    </message>
    <message numerus="yes">
        <source>The filters here hide all %n row(s) that are loaded.</source>
        <translation>
            <numerusform>Die Filter hier blenden die einzige geladene Zeile aus.</numerusform>
            <numerusform>Die Filter hier blenden alle %n geladenen Zeilen aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with “{needle}”</source>
        <translation>
            <numerusform>%n Zeile mit „{needle}“</numerusform>
            <numerusform>%n Zeilen mit „{needle}“</numerusform>
        </translation>
    </message>
    <message>
        <source>sorted by {column}, {order}</source>
        <translation>sortiert nach {column}, {order}</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>a filter or an order</comment>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Load all {total}</source>
        <translation>Alle {total} laden</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Loading all rows: {count} of {total}</source>
        <translation>Alle Zeilen werden geladen: {count} von {total}</translation>
    </message>
    <message>
        <source>Loading all rows: {count}</source>
        <translation>Alle Zeilen werden geladen: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n failed page(s) to load again</source>
        <translation>
            <numerusform>%n fehlgeschlagene Seite noch einmal zu laden</numerusform>
            <numerusform>%n fehlgeschlagene Seiten noch einmal zu laden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n row(s) are loaded.</source>
        <translation>
            <numerusform>{count} von %n Zeile geladen.</numerusform>
            <numerusform>{count} von %n Zeilen geladen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are loaded.</source>
        <translation>
            <numerusform>%n Zeile ist geladen.</numerusform>
            <numerusform>%n Zeilen sind geladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest failed: {reason}</source>
        <translation>Der Rest ist fehlgeschlagen: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>among all %n row(s)</source>
        <translation>
            <numerusform>unter %n Zeile</numerusform>
            <numerusform>unter allen %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among the {loaded} loaded of %n row(s)</source>
        <translation>
            <numerusform>unter den {loaded} geladenen von %n Zeile</numerusform>
            <numerusform>unter den {loaded} geladenen von %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among the %n loaded row(s)</source>
        <translation>
            <numerusform>unter %n geladenen Zeile</numerusform>
            <numerusform>unter den %n geladenen Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among all %n row(s).</source>
        <translation>
            <numerusform>Gesucht wurde in %n Zeile.</numerusform>
            <numerusform>Gesucht wurde in allen %n Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among the {loaded} loaded of %n row(s).</source>
        <translation>
            <numerusform>Gesucht wurde in den {loaded} geladenen von %n Zeile.</numerusform>
            <numerusform>Gesucht wurde in den {loaded} geladenen von %n Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among the %n loaded row(s).</source>
        <translation>
            <numerusform>Gesucht wurde in der %n geladenen Zeile.</numerusform>
            <numerusform>Gesucht wurde in den %n geladenen Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Rows that are not loaded yet have no part in this.</source>
        <translation>Noch nicht geladene Zeilen sind nicht dabei.</translation>
    </message>
    <message>
        <source>Rows in view are loaded first.</source>
        <translation>Sichtbare Zeilen werden zuerst geladen.</translation>
    </message>
    <message>
        <source>The filters here hide all rows of the last pages.</source>
        <translation>Die Filter hier blenden alle Zeilen der letzten Seiten aus.</translation>
    </message>
    <message>
        <source>Left and Right choose a column, Enter sorts by it</source>
        <translation>Links und Rechts wählen eine Spalte, Enter sortiert danach</translation>
    </message>
    <message>
        <source>Title of the bookmark</source>
        <translation>Titel des Lesezeichens</translation>
    </message>
    <message>
        <source>Note about the bookmark</source>
        <translation>Notiz zum Lesezeichen</translation>
    </message>
    <message>
        <source>A note has room for {longest_note} characters.</source>
        <translation>In eine Notiz passen {longest_note} Zeichen.</translation>
    </message>
    <message>
        <source>Remove the filter: {label}</source>
        <translation>Filter entfernen: {label}</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Alle Länder</translation>
    </message>
    <message>
        <source>world global</source>
        <translation>welt weltweit global world</translation>
    </message>
    <message>
        <source>Your country</source>
        <translation>Dein Land</translation>
    </message>
    <message>
        <source>Show only the loaded rows with these words, or with figures such as pp&gt;=200</source>
        <translation>Nur geladene Zeilen mit diesen Wörtern oder Werten wie pp&gt;=200 zeigen</translation>
    </message>
    <message>
        <source>Filter loaded rows</source>
        <translation>Geladene Zeilen filtern</translation>
    </message>
    <message>
        <source>Loading the list …</source>
        <translation>Liste wird geladen …</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>Zum Filtern tippen</translation>
    </message>
    <message>
        <source>{name}: type to filter</source>
        <translation>{name}: zum Filtern tippen</translation>
    </message>
    <message>
        <source>Nothing here is called “{typed}”.</source>
        <translation>Hier heißt nichts „{typed}“.</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message>
        <source>{name}, at least</source>
        <translation>{name}, mindestens</translation>
    </message>
    <message>
        <source>A day, such as 2026-11-30, or words, such as “2 weeks ago”</source>
        <translation>Ein Tag, etwa 2026-11-30, oder englische Worte, etwa „2 weeks ago“</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>Day of the list</source>
        <translation>Tag der Liste</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>First seen on {day}: nothing is known before</source>
        <translation>Zuerst am {day} gesehen: Davor ist nichts bekannt</translation>
    </message>
    <message>
        <source>{name}, at most</source>
        <translation>{name}, höchstens</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Not understood. {tip}</source>
        <translation>Nicht verstanden. {tip}</translation>
    </message>
    <message>
        <source>Not understood: {tip}</source>
        <translation>Nicht verstanden: {tip}</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Write the loaded rows to a CSV or JSON file</source>
        <translation>Geladene Zeilen in eine CSV- oder JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Load all rows, to sort, filter and export them; again to stop</source>
        <translation>Alle Zeilen laden, um sie zu sortieren, zu filtern und zu exportieren; noch einmal hält an</translation>
    </message>
    <message>
        <source>Load all rows</source>
        <translation>Alle Zeilen laden</translation>
    </message>
    <message>
        <source>Safe mode: without the last places, the cache and pictures.</source>
        <translation>Abgesicherter Modus: ohne die letzten Orte, den Cache und Bilder.</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>Normal starten</translation>
    </message>
    <message>
        <source>osubrowser did not end well the last time. Safe mode starts without the last places, the cache and pictures.</source>
        <translation>osubrowser wurde beim letzten Mal nicht richtig beendet. Der abgesicherte Modus startet ohne die letzten Orte, den Cache und Bilder.</translation>
    </message>
    <message>
        <source>A report is in the file {file}</source>
        <translation>Ein Bericht steht in der Datei {file}</translation>
    </message>
    <message>
        <source>Start in safe mode</source>
        <translation>Abgesichert starten</translation>
    </message>
    <message>
        <source>osubrowser {version} is there. This is {own}.</source>
        <translation>osubrowser {version} ist da. Dies ist {own}.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s) of the demo are being looked at: histories fill up.</source>
        <translation>
            <numerusform>Der letzte Tag der Demo wird angesehen: Verläufe füllen sich.</numerusform>
            <numerusform>Die letzten %n Tage der Demo werden angesehen: Verläufe füllen sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The demo has a history of %n day(s) now.</source>
        <translation>
            <numerusform>Die Demo hat jetzt einen Verlauf von %n Tag.</numerusform>
            <numerusform>Die Demo hat jetzt einen Verlauf von %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{builds} with {changes} between</source>
        <translation>{builds} mit {changes} dazwischen</translation>
    </message>
    <message>
        <source>at least {builds} with {changes} between</source>
        <translation>mindestens {builds} mit {changes} dazwischen</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s)</source>
        <translation>
            <numerusform>%n Build</numerusform>
            <numerusform>%n Builds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>on {subject}</source>
        <translation>zu {subject}</translation>
    </message>
    <message>
        <source>Reply, level {level}.</source>
        <translation>Antwort, Ebene {level}.</translation>
    </message>
    <message>
        <source>edited {when} by {name}</source>
        <translation>bearbeitet {when} von {name}</translation>
    </message>
    <message>
        <source>edited {when}</source>
        <translation>bearbeitet {when}</translation>
    </message>
    <message>
        <source>edited by {name}</source>
        <translation>bearbeitet von {name}</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>up {value}</source>
        <translation>rauf {value}</translation>
    </message>
    <message>
        <source>down {value}</source>
        <translation>runter {value}</translation>
    </message>
    <message>
        <source>Not among the ranks known on {day}: {ranks}</source>
        <translation>Nicht unter den Rängen, die am {day} bekannt sind: {ranks}</translation>
    </message>
    <message>
        <source>Not known: of {day} only these ranks are known: {ranks}</source>
        <translation>Nicht bekannt: Vom {day} sind nur diese Ränge bekannt: {ranks}</translation>
    </message>
    <message>
        <source>Was</source>
        <comment>former rank</comment>
        <translation>War</translation>
    </message>
    <message>
        <source>Rank on the day that is compared with</source>
        <translation>Rang am Tag, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>of a rank</comment>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change of rank since the day that is compared with</source>
        <translation>Änderung des Rangs seit dem Tag, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>new</source>
        <comment>not in a ranking before</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>#{rank} on {moment}</source>
        <translation>#{rank} am {moment}</translation>
    </message>
    <message>
        <source>Score gain</source>
        <translation>Score-Gewinn</translation>
    </message>
    <message>
        <source>Change of the ranked score since then</source>
        <translation>Änderung des gewerteten Scores seitdem</translation>
    </message>
    <message>
        <source>Change of the kudosu since then</source>
        <translation>Änderung des Kudosu seitdem</translation>
    </message>
    <message>
        <source>pp gain</source>
        <translation>pp-Gewinn</translation>
    </message>
    <message>
        <source>Change of the performance points since then</source>
        <translation>Änderung der Performance-Punkte seitdem</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>present rank</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Newest rank that is known here</source>
        <translation>Neuester hier bekannter Rang</translation>
    </message>
    <message>
        <source>pp</source>
        <translation>pp</translation>
    </message>
    <message>
        <source>The figure that the ranking is sorted by; of those that left as it was</source>
        <translation>Der Wert, nach dem die Rangliste geordnet ist; bei denen, die gingen, wie er war</translation>
    </message>
    <message>
        <source>Not seen here since</source>
        <translation>Hier seitdem nicht gesehen</translation>
    </message>
    <message>
        <source>Seen {moment}</source>
        <translation>Gesehen {moment}</translation>
    </message>
    <message>
        <source>{heading} {value}, loading</source>
        <comment>a cell of a row that is not loaded</comment>
        <translation>{heading} {value}, wird geladen</translation>
    </message>
    <message>
        <source>osubrowser could not start, or go on.</source>
        <translation>osubrowser konnte nicht starten oder weiterlaufen.</translation>
    </message>
    <message>
        <source>{player} on beatmap {beatmap} with {mods}</source>
        <translation>{player} auf Beatmap {beatmap} mit {mods}</translation>
    </message>
    <message>
        <source>{player} on beatmap {beatmap}</source>
        <translation>{player} auf Beatmap {beatmap}</translation>
    </message>
    <message>
        <source>score {id}</source>
        <translation>Score {id}</translation>
    </message>
    <message>
        <source>score {id} of {mode}</source>
        <translation>Score {id} von {mode}</translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue already</source>
        <translation>
            <numerusform>%n schon in der Warteschlange</numerusform>
            <numerusform>%n schon in der Warteschlange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this computer already</source>
        <translation>
            <numerusform>%n schon auf diesem Computer</numerusform>
            <numerusform>%n schon auf diesem Computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a replay</source>
        <translation>
            <numerusform>%n ohne Replay</numerusform>
            <numerusform>%n ohne Replay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) added</source>
        <translation>
            <numerusform>%n Replay hinzugefügt</numerusform>
            <numerusform>%n Replays hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were there already</source>
        <translation>
            <numerusform>%n war schon da</numerusform>
            <numerusform>%n waren schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has/have no replay</source>
        <translation>
            <numerusform>%n hat kein Replay</numerusform>
            <numerusform>%n haben kein Replay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) saved</source>
        <translation>
            <numerusform>%n Replay gespeichert</numerusform>
            <numerusform>%n Replays gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no replay file of this computer: {name}</source>
        <translation>Das ist keine Replay-Datei dieses Computers: {name}</translation>
    </message>
    <message>
        <source>This is no address of osu!: {text}</source>
        <translation>Das ist keine Adresse von osu!: {text}</translation>
    </message>
    <message>
        <source>An address that was to be opened is too long, or not readable.</source>
        <translation>Eine Adresse, die geöffnet werden sollte, ist zu lang oder unlesbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be opened at once.</source>
        <translation>
            <numerusform>%n weitere kann nicht zugleich geöffnet werden.</numerusform>
            <numerusform>%n weitere können nicht zugleich geöffnet werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) from {first} to {last}, at the end {told}. Left and Right read one after the other.</source>
        <translation>
            <numerusform>%n Punkt von {first} bis {last}, am Ende {told}. Links und Rechts lesen einen nach dem anderen vor.</numerusform>
            <numerusform>%n Punkte von {first} bis {last}, am Ende {told}. Links und Rechts lesen einen nach dem anderen vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <source>early</source>
        <translation>früh</translation>
    </message>
    <message numerus="yes">
        <source>%n press(es) and misses, {missed} of them missed. Left and Right read one after the other, Enter goes there.</source>
        <translation>
            <numerusform>%n Tastendruck, davon {missed} verfehlt. Links und Rechts lesen einen nach dem anderen vor, Enter springt dorthin.</numerusform>
            <numerusform>%n Tastendrücke und Misses, davon {missed} verfehlt. Links und Rechts lesen einen nach dem anderen vor, Enter springt dorthin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;player {name}</source>
        <translation>S&amp;pieler {name} öffnen</translation>
    </message>
    <message>
        <source>{number} of {count}: {difficulty}</source>
        <translation>{number} von {count}: {difficulty}</translation>
    </message>
    <message>
        <source>{name} (convert)</source>
        <translation>{name} (Convert)</translation>
    </message>
    <message>
        <source>{name}, mapped by {mappers}</source>
        <translation>{name}, gemappt von {mappers}</translation>
    </message>
    <message>
        <source>In the bookmarks</source>
        <translation>In den Lesezeichen</translation>
    </message>
    <message>
        <source>Edit title and note</source>
        <translation>Titel und Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Move up; Alt+Down moves down</source>
        <translation>Nach oben; Alt+Runter: nach unten</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Go to a post by its number</source>
        <translation>Zu einem Beitrag nach seiner Nummer</translation>
    </message>
    <message>
        <source>The guide is empty.</source>
        <translation>Die Anleitung ist leer.</translation>
    </message>
    <message>
        <source>Grade: {grade}</source>
        <translation>Note: {grade}</translation>
    </message>
    <message>
        <source>Caught</source>
        <comment>short, above a count</comment>
        <translation>Catch</translation>
    </message>
    <message>
        <source>Go to a rank</source>
        <translation>Zu einem Rang</translation>
    </message>
    <message>
        <source>Find me in the ranking</source>
        <translation>Mich in der Rangliste finden</translation>
    </message>
    <message>
        <source>{name}, grade {grade}, {figures}</source>
        <translation>{name}, Note {grade}, {figures}</translation>
    </message>
    <message>
        <source>Go to rank</source>
        <translation>Zu Rang</translation>
    </message>
    <message>
        <source>Type a rank and press Enter</source>
        <translation>Rang eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>Type a rank (1 to {last}) and press Enter</source>
        <translation>Rang (1 bis {last}) eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>“{text}” is no rank: type a number from 1, such as 7,412.</source>
        <translation>„{text}“ ist kein Rang: eine Zahl ab 1 eingeben, etwa 7.412.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} m</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Look for a newer version</source>
        <translation>Nach neuerer Version suchen</translation>
    </message>
    <message>
        <source>Look for a newer version at the start</source>
        <translation>Beim Start nach einer neueren Version suchen</translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Ask osu! now, longest not looked at first, within the pace</source>
        <translation>osu! jetzt fragen, das am längsten nicht Geprüfte zuerst, im Rahmen des Tempos</translation>
    </message>
    <message>
        <source>No change meets these filters.</source>
        <translation>Keine Änderung entspricht diesen Filtern.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Die Filter löschen</translation>
    </message>
    <message>
        <source>Nothing has changed here yet since it is followed.</source>
        <translation>Seit dem gefolgt wird, hat sich hier noch nichts geändert.</translation>
    </message>
    <message>
        <source>Show the changes of all</source>
        <translation>Die Änderungen von allen zeigen</translation>
    </message>
    <message>
        <source>Nothing has changed yet since you follow these.</source>
        <translation>Seit du diesen folgst, hat sich noch nichts geändert.</translation>
    </message>
    <message>
        <source>What osu! shows at the first look is the beginning; changes come after it.</source>
        <translation>Was osu! beim ersten Blick zeigt, ist der Anfang; Änderungen kommen danach.</translation>
    </message>
    <message>
        <source>This is not followed any more.</source>
        <translation>Dem wird nicht mehr gefolgt.</translation>
    </message>
    <message>
        <source>Only {title}: show all</source>
        <translation>Nur {title}: alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Only %n of what is followed: show all</source>
        <translation>
            <numerusform>Nur %n von allem Gefolgten: alle zeigen</numerusform>
            <numerusform>Nur %n von allem Gefolgten: alle zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is followed</source>
        <translation>Es wird nichts gefolgt</translation>
    </message>
    <message>
        <source>The bell beside the address follows the page that is shown.</source>
        <translation>Die Glocke neben der Adresse folgt der gezeigten Seite.</translation>
    </message>
    <message>
        <source>The bell beside the address, or {key}, follows the page that is shown.</source>
        <translation>Die Glocke neben der Adresse, oder {key}, folgt der gezeigten Seite.</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>{name} folgen</translation>
    </message>
    <message>
        <source>Follow the performance ranking</source>
        <translation>Der Performance-Rangliste folgen</translation>
    </message>
    <message>
        <source>Follow the ranking of {country}</source>
        <translation>Der Rangliste von {country} folgen</translation>
    </message>
    <message>
        <source>Nothing is followed yet. What changes at players, teams, beatmaps, searches and rankings that you follow is listed here.</source>
        <translation>Noch wird nichts gefolgt. Hier steht, was sich bei Spielern, Teams, Beatmaps, Suchen und Ranglisten ändert, denen du folgst.</translation>
    </message>
    <message>
        <source>Performance ranking</source>
        <translation>Performance-Rangliste</translation>
    </message>
    <message>
        <source>Performance ranking of {country}</source>
        <translation>Performance-Rangliste von {country}</translation>
    </message>
    <message>
        <source>There are new changes.</source>
        <translation>Es gibt neue Änderungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are marked as read.</source>
        <translation>
            <numerusform>%n Änderung ist als gelesen markiert.</numerusform>
            <numerusform>%n Änderungen sind als gelesen markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} is not followed any more.</source>
        <translation>{title} wird nicht mehr gefolgt.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not followed any more.</source>
        <translation>
            <numerusform>%n wird nicht mehr gefolgt.</numerusform>
            <numerusform>%n werden nicht mehr gefolgt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>Als ge&amp;lesen markieren</translation>
    </message>
    <message>
        <source>&amp;Edit {title} …</source>
        <translation>{title} b&amp;earbeiten …</translation>
    </message>
    <message>
        <source>&amp;Unfollow {title}</source>
        <translation>{title} nicht mehr fol&amp;gen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Unfollow these %n</source>
        <translation>
            <numerusform>Diesem nicht mehr fol&amp;gen</numerusform>
            <numerusform>Diesen %n nicht mehr fol&amp;gen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename a group</source>
        <translation>Eine Gruppe umbenennen</translation>
    </message>
    <message>
        <source>Dissolve a group</source>
        <translation>Eine Gruppe auflösen</translation>
    </message>
    <message>
        <source>Columns of what is followed …</source>
        <translation>Spalten des Gefolgten …</translation>
    </message>
    <message>
        <source>Export what is followed …</source>
        <translation>Das Gefolgte exportieren …</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Open &amp;{title}</source>
        <translation>{title} ö&amp;ffnen</translation>
    </message>
    <message>
        <source>The history on this computer cannot be read.</source>
        <translation>Der Verlauf auf diesem Computer ist nicht lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n loaded change(s)</source>
        <translation>
            <numerusform>{count} von %n geladenen Änderung</numerusform>
            <numerusform>{count} von %n geladenen Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newest change(s), more as you scroll</source>
        <translation>
            <numerusform>%n neueste Änderung, mehr beim Blättern</numerusform>
            <numerusform>%n neueste Änderungen, mehr beim Blättern</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the newest version now</source>
        <translation>Jetzt nach der neuesten Version fragen</translation>
    </message>
    <message>
        <source>Open the page of the newest version</source>
        <translation>Seite der neuesten Version öffnen</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>This is version {version}</source>
        <translation>Dies ist Version {version}</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Frage läuft …</translation>
    </message>
    <message>
        <source>It is the newest one, as of {when}.</source>
        <translation>Es ist die neueste (geprüft {when}).</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>Version {version} ist da.</translation>
    </message>
    <message>
        <source>The last check failed: {host} cannot be reached.</source>
        <translation>Die letzte Prüfung ist gescheitert: {host} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The last check failed: {host} did not answer with a version.</source>
        <translation>Die letzte Prüfung ist gescheitert: {host} hat keine Version genannt.</translation>
    </message>
    <message>
        <source>It has not been checked yet.</source>
        <translation>Bisher wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>No web browser was found.</source>
        <translation>Kein Browser gefunden.</translation>
    </message>
    <message>
        <source>This copy of osubrowser does not know where its releases are.</source>
        <translation>In dieser Kopie von osubrowser ist keine Adresse für Updates eingetragen.</translation>
    </message>
    <message>
        <source>One request to {host}, at most once a day, which says nothing about you: no version, no account. Nothing is downloaded.</source>
        <translation>Eine Anfrage an {host}, höchstens einmal am Tag, die nichts verrät: keine Version, kein Konto. Heruntergeladen wird nichts.</translation>
    </message>
    <message>
        <source>Its page has the packages; install one over this one. Your files stay.</source>
        <translation>Auf der Seite liegen die Pakete; eines davon über dieses installieren. Eigene Dateien bleiben.</translation>
    </message>
    <message>
        <source>Fetch the newer source, and install it as before. Your files stay.</source>
        <translation>Den neueren Quelltext holen und wie zuvor installieren. Eigene Dateien bleiben.</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>a field</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>refreshing is off</source>
        <translation>Auffrischen ist aus</translation>
    </message>
    <message>
        <source>paused: signed out</source>
        <translation>angehalten: abgemeldet</translation>
    </message>
    <message>
        <source>paused: no connection</source>
        <translation>angehalten: keine Verbindung</translation>
    </message>
    <message>
        <source>paused: metered connection</source>
        <translation>angehalten: getaktete Verbindung</translation>
    </message>
    <message>
        <source>paused: osu! asked to wait</source>
        <translation>angehalten: osu! bat zu warten</translation>
    </message>
    <message>
        <source>paused: osu! does not answer</source>
        <translation>angehalten: osu! antwortet nicht</translation>
    </message>
    <message>
        <source>paused: your own requests come first</source>
        <translation>angehalten: deine eigenen Anfragen gehen vor</translation>
    </message>
    <message>
        <source>all checked</source>
        <translation>alles geprüft</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>prüft …</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n checked in the last hour</source>
        <translation>
            <numerusform>{count} von %n in der letzten Stunde geprüft</numerusform>
            <numerusform>{count} von %n in der letzten Stunde geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be checked</source>
        <translation>
            <numerusform>%n konnte nicht geprüft werden</numerusform>
            <numerusform>%n konnten nicht geprüft werden</numerusform>
        </translation>
    </message>
    <message>
        <source>next at {time}</source>
        <translation>weiter um {time}</translation>
    </message>
    <message numerus="yes">
        <source>next in %n second(s)</source>
        <translation>
            <numerusform>weiter in %n Sekunde</numerusform>
            <numerusform>weiter in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n minute(s)</source>
        <translation>
            <numerusform>weiter in %n Minute</numerusform>
            <numerusform>weiter in %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <comment>of a history</comment>
        <translation>Tag</translation>
    </message>
    <message>
        <source>seen {when}</source>
        <translation>gesehen {when}</translation>
    </message>
    <message>
        <source>Days in UTC; the values are the last ones that were seen on the day</source>
        <translation>Tage in UTC; die Werte sind die letzten, die an dem Tag gesehen wurden</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>of a day</comment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>since {day}: {value}</source>
        <translation>seit {day}: {value}</translation>
    </message>
    <message>
        <source>{figure}, change</source>
        <translation>{figure}, Änderung</translation>
    </message>
    <message>
        <source>Difference from the last day before that is known</source>
        <translation>Unterschied zum letzten bekannten Tag davor</translation>
    </message>
    <message>
        <source>Event</source>
        <comment>of a history</comment>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} Std.</translation>
    </message>
    <message>
        <source>{count} M</source>
        <comment>millions</comment>
        <translation>{count} Mio.</translation>
    </message>
    <message numerus="yes">
        <source>Pace: the median of the slopes between all pairs of days that were seen here (Theil-Sen). The interval holds nine of ten such estimates; it comes from the scatter of the days. At least %n day(s) are needed.</source>
        <translation>
            <numerusform>Tempo: der Median der Steigungen zwischen allen Paaren von Tagen, die hier gesehen wurden (Theil-Sen). Das Intervall enthält neun von zehn solchen Schätzungen; es kommt aus der Streuung der Tage. Mindestens %n Tag ist nötig.</numerusform>
            <numerusform>Tempo: der Median der Steigungen zwischen allen Paaren von Tagen, die hier gesehen wurden (Theil-Sen). Das Intervall enthält neun von zehn solchen Schätzungen; es kommt aus der Streuung der Tage. Mindestens %n Tage sind nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gap</source>
        <comment>difference of pp</comment>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Performance points more or less than the player in the middle</source>
        <translation>Performance-Punkte mehr oder weniger als der Spieler in der Mitte</translation>
    </message>
    <message>
        <source>pp a day</source>
        <translation>pp pro Tag</translation>
    </message>
    <message>
        <source>At this pace</source>
        <translation>Bei diesem Tempo</translation>
    </message>
    <message numerus="yes">
        <source>From %n day(s) that were seen here</source>
        <translation>
            <numerusform>Aus %n Tag, der hier gesehen wurde</numerusform>
            <numerusform>Aus %n Tagen, die hier gesehen wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>not passed at this pace</source>
        <translation>bei diesem Tempo nicht überholt</translation>
    </message>
    <message>
        <source>does not pass at this pace</source>
        <translation>überholt bei diesem Tempo nicht</translation>
    </message>
    <message>
        <source>not passed within ten years</source>
        <translation>in zehn Jahren nicht überholt</translation>
    </message>
    <message>
        <source>no passing within ten years</source>
        <translation>kein Überholen in zehn Jahren</translation>
    </message>
    <message>
        <source>passed {when}</source>
        <comment>in 12 to 30 days</comment>
        <translation>überholt {when}</translation>
    </message>
    <message>
        <source>passes {when}</source>
        <translation>überholt {when}</translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s) or later</source>
        <translation>
            <numerusform>in einem Jahr oder später</numerusform>
            <numerusform>in %n Jahren oder später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s) or later</source>
        <translation>
            <numerusform>in einem Tag oder später</numerusform>
            <numerusform>in %n Tagen oder später</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n year(s)</source>
        <translation>
            <numerusform>in etwa einem Jahr</numerusform>
            <numerusform>in etwa %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>in etwa einem Tag</numerusform>
            <numerusform>in etwa %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {first} to %n year(s)</source>
        <translation>
            <numerusform>in {first} bis %n Jahr</numerusform>
            <numerusform>in {first} bis %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {first} to %n day(s)</source>
        <translation>
            <numerusform>in {first} bis %n Tag</numerusform>
            <numerusform>in {first} bis %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At both estimates: in %n day(s).</source>
        <translation>
            <numerusform>Bei beiden Schätzungen: in %n Tag.</numerusform>
            <numerusform>Bei beiden Schätzungen: in %n Tagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>too little is known (%n day(s))</source>
        <translation>
            <numerusform>zu wenig ist bekannt (%n Tag)</numerusform>
            <numerusform>zu wenig ist bekannt (%n Tage)</numerusform>
        </translation>
    </message>
    <message>
        <source>#{rank} in {country}</source>
        <translation>#{rank} in {country}</translation>
    </message>
    <message>
        <source>#{rank} in the world</source>
        <translation>#{rank} der Welt</translation>
    </message>
    <message>
        <source>{pace} pp a day</source>
        <translation>{pace} pp pro Tag</translation>
    </message>
    <message numerus="yes">
        <source>paces are known once these ranks were seen on %n day(s)</source>
        <translation>
            <numerusform>Tempi sind bekannt, sobald diese Ränge an %n Tag gesehen wurden</numerusform>
            <numerusform>Tempi sind bekannt, sobald diese Ränge an %n Tagen gesehen wurden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n things can be followed.</source>
        <translation>
            <numerusform>Höchstens %n Ding kann gefolgt werden.</numerusform>
            <numerusform>Höchstens %n Dingen kann gefolgt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you follow was not saved: {reason}</source>
        <translation>Was du folgst, wurde nicht gespeichert: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>The file of the history was damaged. What could be read of it, %n entries, is in a new file; the damaged one is {name}.</source>
        <translation>
            <numerusform>Die Datei des Verlaufs war beschädigt. Was davon lesbar war, %n Einträge, ist in einer neuen Datei; die beschädigte ist {name}.</numerusform>
            <numerusform>Die Datei des Verlaufs war beschädigt. Was davon lesbar war, %n Einträge, ist in einer neuen Datei; die beschädigte ist {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history {name} is of a newer version of this program. It is left as it is, and nothing is recorded.</source>
        <translation>Der Verlauf {name} ist von einer neueren Version dieses Programms. Er bleibt, wie er ist, und es wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The disk is full: the history in {folder} is not written.</source>
        <translation>Der Datenträger ist voll: Der Verlauf in {folder} wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>The history cannot be written: nothing can be written to {folder}.</source>
        <translation>Der Verlauf wird nicht geschrieben: In {folder} kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>The history cannot be written. The system says: {reason}.</source>
        <translation>Der Verlauf kann nicht geschrieben werden. Das System sagt: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is known of these days.</source>
        <translation>Von diesen Tagen ist nichts bekannt.</translation>
    </message>
    <message>
        <source>{figure} (nothing known of these days)</source>
        <translation>{figure} (von diesen Tagen nichts bekannt)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>events of a day</comment>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known day(s) from {first} to {last}, at the end {told}. Left and Right read one after the other, + and - zoom.</source>
        <translation>
            <numerusform>%n bekannter Tag von {first} bis {last}, am Ende {told}. Links und Rechts lesen einen nach dem anderen vor, + und - zoomen.</numerusform>
            <numerusform>%n bekannte Tage von {first} bis {last}, am Ende {told}. Links und Rechts lesen einen nach dem anderen vor, + und - zoomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation>Nicht mehr folgen</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Follow %n of these</source>
        <translation>
            <numerusform>Einem davon &amp;folgen</numerusform>
            <numerusform>%n davon &amp;folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>Art der Änderung</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Nur ungelesene</translation>
    </message>
    <message>
        <source>Filter changes by words</source>
        <translation>Änderungen nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Show only the changes with these words: names, titles, notes</source>
        <translation>Nur Änderungen mit diesen Wörtern zeigen: Namen, Titel, Notizen</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Alle gelesen</translation>
    </message>
    <message>
        <source>Groups, history and settings</source>
        <translation>Gruppen, Verlauf und Einstellungen</translation>
    </message>
    <message>
        <source>Everything followed</source>
        <translation>Alles Gefolgte</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Ohne Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>unread changes</comment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>In what is followed</source>
        <translation>Im Gefolgten</translation>
    </message>
    <message>
        <source>Edit title, group and note</source>
        <translation>Titel, Gruppe und Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Nothing of this kind is followed.</source>
        <translation>Nichts dieser Art wird gefolgt.</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation>B&amp;earbeiten …</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>N&amp;o notifications</source>
        <translation>&amp;Keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>&amp;Unfollow</source>
        <translation>Nicht mehr fol&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>New group …</source>
        <translation>Neue Gruppe …</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n followed</source>
        <translation>
            <numerusform>{count} von %n gefolgt</numerusform>
            <numerusform>{count} von %n gefolgt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n followed</source>
        <translation>
            <numerusform>%n gefolgt</numerusform>
            <numerusform>%n gefolgt</numerusform>
        </translation>
    </message>
    <message>
        <source>Top plays over time</source>
        <translation>Top-Plays im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Histories are not recorded: this is off in the settings.</source>
        <translation>Verläufe werden nicht aufgezeichnet: Das ist in den Einstellungen aus.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Die Einstellungen öffnen</translation>
    </message>
    <message>
        <source>The look at this list is not in the history yet.</source>
        <translation>Der Blick auf diese Liste ist noch nicht im Verlauf.</translation>
    </message>
    <message>
        <source>It is shown as soon as it is written.</source>
        <translation>Er erscheint, sobald er geschrieben ist.</translation>
    </message>
    <message>
        <source>Nothing is known of this list yet.</source>
        <translation>Von dieser Liste ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>The history begins with the first look at it, and grows while you browse.</source>
        <translation>Der Verlauf beginnt mit dem ersten Blick darauf, und wächst beim Stöbern.</translation>
    </message>
    <message>
        <source>Look at it now</source>
        <translation>Jetzt ansehen</translation>
    </message>
    <message>
        <source>Show all that is known</source>
        <translation>Alles Bekannte zeigen</translation>
    </message>
    <message>
        <source>Open the play that it &amp;replaced</source>
        <translation>Das e&amp;rsetzte Spiel öffnen</translation>
    </message>
    <message>
        <source>Open the play that &amp;replaced it</source>
        <translation>Das Spiel öffnen, das es e&amp;rsetzte</translation>
    </message>
    <message>
        <source>Figure of the chart</source>
        <translation>Wert des Diagramms</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Nothing is known of either player yet: the history grows while you browse.</source>
        <translation>Noch ist von keinem der Spieler etwas bekannt: Der Verlauf wächst beim Stöbern.</translation>
    </message>
    <message>
        <source>The history cannot be read: {reason}</source>
        <translation>Der Verlauf ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>Export, import and deletion of this history</source>
        <translation>Export, Import und Löschen dieses Verlaufs</translation>
    </message>
    <message>
        <source>&amp;Export all that is known of {name} …</source>
        <translation>Alles von {name} Bekannte &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import figures of osu!track for {mode} …</source>
        <translation>Werte von osu!track für {mode} &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Delete the history of {name} …</source>
        <translation>Den Verlauf von {name} &amp;löschen …</translation>
    </message>
    <message>
        <source>All that is remembered of {name} is deleted, in all rulesets. What you follow stays.</source>
        <translation>Alles von {name} Gemerkte wird gelöscht, in allen Modi. Was du folgst, bleibt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a history</comment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <comment>a history</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Import from osu!track …</source>
        <translation>Aus osu!track importieren …</translation>
    </message>
    <message>
        <source>You follow {name} now.</source>
        <translation>Du folgst jetzt {name}.</translation>
    </message>
    <message>
        <source>All</source>
        <comment>entries of a ranking</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Risers</source>
        <translation>Aufsteiger</translation>
    </message>
    <message>
        <source>Fallers</source>
        <translation>Absteiger</translation>
    </message>
    <message>
        <source>New</source>
        <comment>entries of a ranking</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>entries that are gone from a ranking</comment>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Earlier day</source>
        <translation>Früherer Tag</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Nothing is known of these ranks before today: the history grows while you browse.</source>
        <translation>Von diesen Rängen ist vor heute nichts bekannt: Der Verlauf wächst beim Stöbern.</translation>
    </message>
    <message>
        <source>Nothing is known of these ranks before today: the settings say that no history is written.</source>
        <translation>Von diesen Rängen ist vor heute nichts bekannt: Nach den Einstellungen wird kein Verlauf geschrieben.</translation>
    </message>
    <message>
        <source>Show the ranking</source>
        <translation>Die Rangliste zeigen</translation>
    </message>
    <message>
        <source>Nothing of this ranking is known on {day}.</source>
        <translation>Vom {day} ist von dieser Rangliste nichts bekannt.</translation>
    </message>
    <message>
        <source>Known on {day}: ranks {ranks}</source>
        <translation>Vom {day} bekannt: Ränge {ranks}</translation>
    </message>
    <message>
        <source>ranks {ranks}</source>
        <translation>Ränge {ranks}</translation>
    </message>
    <message>
        <source>As far back as is known</source>
        <translation>So weit zurück wie bekannt</translation>
    </message>
    <message numerus="yes">
        <source>among %n loaded rank(s)</source>
        <translation>
            <numerusform>unter %n geladenen Rang</numerusform>
            <numerusform>unter %n geladenen Rängen</numerusform>
        </translation>
    </message>
    <message>
        <source>New ones in the ranking</source>
        <translation>Neue in der Rangliste</translation>
    </message>
    <message>
        <source>Left the ranks that are shown</source>
        <translation>Aus den gezeigten Rängen gegangen</translation>
    </message>
    <message>
        <source>None of the loaded ranks that are known of both days has risen.</source>
        <translation>Keiner der geladenen Ränge, die von beiden Tagen bekannt sind, stieg auf.</translation>
    </message>
    <message>
        <source>None of the loaded ranks that are known of both days has fallen.</source>
        <translation>Keiner der geladenen Ränge, die von beiden Tagen bekannt sind, fiel.</translation>
    </message>
    <message>
        <source>Nothing is new among the loaded ranks that are known of both days.</source>
        <translation>Unter den geladenen Rängen, die von beiden Tagen bekannt sind, ist keiner neu.</translation>
    </message>
    <message>
        <source>Nothing has left the loaded ranks that are known of both days.</source>
        <translation>Aus den geladenen Rängen, die von beiden Tagen bekannt sind, ging keiner.</translation>
    </message>
    <message>
        <source>World</source>
        <translation>Welt</translation>
    </message>
    <message>
        <source>Days that the pace is estimated from</source>
        <translation>Tage, aus denen das Tempo geschätzt wird</translation>
    </message>
    <message numerus="yes">
        <source>Pace of %n day(s)</source>
        <translation>
            <numerusform>Tempo aus %n Tag</numerusform>
            <numerusform>Tempo aus %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Another player</source>
        <translation>Anderer Spieler</translation>
    </message>
    <message>
        <source>Name or id of another player</source>
        <translation>Name oder ID eines anderen Spielers</translation>
    </message>
    <message>
        <source>This ranking is empty.</source>
        <translation>Diese Rangliste ist leer.</translation>
    </message>
    <message>
        <source>Neighbours of {name}</source>
        <translation>Nachbarn von {name}</translation>
    </message>
    <message>
        <source>Compare with {name}</source>
        <translation>Mit {name} vergleichen</translation>
    </message>
    <message>
        <source>{name} has no rank in {mode}.</source>
        <translation>{name} hat keinen Rang in {mode}.</translation>
    </message>
    <message>
        <source>{name} is #{rank}: osu! lists the ranks up to #10,000 only.</source>
        <translation>{name} ist #{rank}: osu! listet die Ränge nur bis #10.000.</translation>
    </message>
    <message>
        <source>Choose another ruleset, or another player.</source>
        <translation>Wähle einen anderen Modus, oder einen anderen Spieler.</translation>
    </message>
    <message>
        <source>Your neighbours are seen when you are signed in as a player.</source>
        <translation>Deine Nachbarn siehst du, wenn du als Spieler angemeldet bist.</translation>
    </message>
    <message>
        <source>Or enter the name of a player.</source>
        <translation>Oder gib den Namen eines Spielers ein.</translation>
    </message>
    <message>
        <source>osu! knows no player {name}.</source>
        <translation>osu! kennt keinen Spieler {name}.</translation>
    </message>
    <message>
        <source>History and following</source>
        <translation>Verlauf und Gefolgtes</translation>
    </message>
    <message>
        <source>Remember what is seen</source>
        <translation>Gesehenes merken</translation>
    </message>
    <message>
        <source>Figures, best plays and rankings that a page shows are kept on this computer, once a day and when they change. osu! itself keeps 90 days of ranks.</source>
        <translation>Werte, beste Spiele und Ranglisten, die eine Seite zeigt, werden auf diesem Computer behalten, einmal am Tag und wenn sie sich ändern. osu! selbst behält 90 Tage der Ränge.</translation>
    </message>
    <message>
        <source>Metered connections</source>
        <translation>Getaktete Verbindungen</translation>
    </message>
    <message>
        <source>Such as a phone&apos;s, where the system says so.</source>
        <translation>Etwa die eines Telefons, wo das System es sagt.</translation>
    </message>
    <message>
        <source>Icon in the system&apos;s tray</source>
        <translation>Symbol im Infobereich des Systems</translation>
    </message>
    <message>
        <source>It shows how much is unread, as long as the program runs.</source>
        <translation>Es zeigt, wie viel ungelesen ist, solange das Programm läuft.</translation>
    </message>
    <message>
        <source>By the desktop, while the window is not in front. Muted things make none.</source>
        <translation>Vom Desktop, während das Fenster nicht vorn ist. Stummgeschaltetes macht keine.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Without notifications; the changes are in the list all the same.</source>
        <translation>Ohne Benachrichtigungen; die Änderungen stehen trotzdem in der Liste.</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Einen Verlauf behalten</translation>
    </message>
    <message>
        <source>Keep a history of what is seen</source>
        <translation>Einen Verlauf des Gesehenen behalten</translation>
    </message>
    <message>
        <source>Import a history</source>
        <translation>Einen Verlauf importieren</translation>
    </message>
    <message>
        <source>Open the folder of the histories</source>
        <translation>Den Ordner der Verläufe öffnen</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Delete the whole history</source>
        <translation>Den ganzen Verlauf löschen</translation>
    </message>
    <message>
        <source>What is remembered</source>
        <translation>Was gemerkt ist</translation>
    </message>
    <message>
        <source>Cancel the export or import</source>
        <translation>Export oder Import abbrechen</translation>
    </message>
    <message>
        <source>Player of the figures</source>
        <translation>Spieler der Werte</translation>
    </message>
    <message>
        <source>Ruleset of the figures</source>
        <translation>Modus der Werte</translation>
    </message>
    <message>
        <source>Import</source>
        <comment>a file</comment>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import the figures of this player</source>
        <translation>Die Werte dieses Spielers importieren</translation>
    </message>
    <message>
        <source>Whose figures are these?</source>
        <translation>Wessen Werte sind das?</translation>
    </message>
    <message>
        <source>A file of osu!track does not say it.</source>
        <translation>Eine Datei von osu!track sagt es nicht.</translation>
    </message>
    <message>
        <source>Player whose history is deleted</source>
        <translation>Spieler, dessen Verlauf gelöscht wird</translation>
    </message>
    <message>
        <source>Delete the history of this player</source>
        <translation>Den Verlauf dieses Spielers löschen</translation>
    </message>
    <message>
        <source>Delete the history of one player</source>
        <translation>Den Verlauf eines Spielers löschen</translation>
    </message>
    <message>
        <source>Background requests a minute</source>
        <translation>Anfragen im Hintergrund pro Minute</translation>
    </message>
    <message>
        <source>Requests in the background</source>
        <translation>Anfragen im Hintergrund</translation>
    </message>
    <message>
        <source>Background requests on metered connections</source>
        <translation>Anfragen im Hintergrund bei getakteten Verbindungen</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show an icon in the system&apos;s tray</source>
        <translation>Ein Symbol im Infobereich des Systems zeigen</translation>
    </message>
    <message>
        <source>Tell what changed</source>
        <translation>Sagen, was sich geändert hat</translation>
    </message>
    <message>
        <source>Tell what changed of what is followed</source>
        <translation>Sagen, was sich beim Gefolgten geändert hat</translation>
    </message>
    <message>
        <source>Quiet from, until</source>
        <translation>Ruhe von, bis</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>Ruhezeit von</translation>
    </message>
    <message>
        <source>Quiet hours until</source>
        <translation>Ruhezeit bis</translation>
    </message>
    <message>
        <source>That of the demo lasts as long as the program.</source>
        <translation>Der der Demo besteht, solange das Programm läuft.</translation>
    </message>
    <message>
        <source>The whole history of this server is deleted. What you follow stays.</source>
        <translation>Der ganze Verlauf dieses Servers wird gelöscht. Was du folgst, bleibt.</translation>
    </message>
    <message>
        <source>All that is remembered of {name} is deleted. What you follow stays.</source>
        <translation>Alles von {name} Gemerkte wird gelöscht. Was du folgst, bleibt.</translation>
    </message>
    <message>
        <source>The history has no player {words}. An id or a link always works.</source>
        <translation>Der Verlauf hat keinen Spieler {words}. Eine ID oder ein Link geht immer.</translation>
    </message>
    <message>
        <source>Nothing is asked for in the background: changes are found where you look.</source>
        <translation>Im Hintergrund wird nichts gefragt: Änderungen werden gefunden, wo du hinsiehst.</translation>
    </message>
    <message numerus="yes">
        <source>{count} players take about %n minute(s) to go round.</source>
        <translation>
            <numerusform>{count} Spieler brauchen etwa %n Minute für eine Runde.</numerusform>
            <numerusform>{count} Spieler brauchen etwa %n Minuten für eine Runde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those who played, and everything else, take requests of their own.</source>
        <translation>Wer gespielt hat, und alles andere, braucht eigene Anfragen.</translation>
    </message>
    <message>
        <source>They are part of all requests a minute, and never more than half of them.</source>
        <translation>Sie sind Teil aller Anfragen pro Minute, und nie mehr als deren Hälfte.</translation>
    </message>
    <message>
        <source>Exporting: {rows}</source>
        <translation>Exportiert: {rows}</translation>
    </message>
    <message>
        <source>Importing: {rows}</source>
        <translation>Importiert: {rows}</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>Löscht …</translation>
    </message>
    <message>
        <source>Nothing is remembered yet: the history grows while you browse.</source>
        <translation>Noch ist nichts gemerkt: Der Verlauf wächst beim Stöbern.</translation>
    </message>
    <message>
        <source>{size}: {snapshots} of {players}, since {day}.</source>
        <translation>{size}: {snapshots} von {players}, seit {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Momentaufnahme</numerusform>
            <numerusform>%n Momentaufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <comment>snapshots of players</comment>
        <translation>
            <numerusform>%n Spieler</numerusform>
            <numerusform>%n Spielern</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, id or link</source>
        <translation>Name, ID oder Link</translation>
    </message>
    <message>
        <source>Week</source>
        <comment>span of a chart</comment>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <comment>span of a chart</comment>
        <translation>Monat</translation>
    </message>
    <message>
        <source>3 months</source>
        <comment>span of a chart</comment>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>Year</source>
        <comment>span of a chart</comment>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <comment>span of a chart</comment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>of a history</comment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>Werte des Diagramms</translation>
    </message>
    <message>
        <source>Choose a figure above.</source>
        <translation>Wähle oben einen Wert.</translation>
    </message>
    <message>
        <source>Table of the history</source>
        <translation>Tabelle des Verlaufs</translation>
    </message>
    <message>
        <source>Nothing is known before today: the history grows while you browse.</source>
        <translation>Vor heute ist nichts bekannt: Der Verlauf wächst beim Stöbern.</translation>
    </message>
    <message>
        <source>osu! keeps no history of these figures. Each time they are seen here, the program takes a note of them.</source>
        <translation>osu! behält keinen Verlauf dieser Werte. Jedes Mal, wenn sie hier zu sehen sind, merkt das Programm sie sich.</translation>
    </message>
    <message>
        <source>The history cannot be read.</source>
        <translation>Der Verlauf ist nicht lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n known day(s)</source>
        <translation>
            <numerusform>%n bekannter Tag</numerusform>
            <numerusform>%n bekannte Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>the history grows while you browse</source>
        <translation>der Verlauf wächst beim Stöbern</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>Days of the history</source>
        <translation>Tage des Verlaufs</translation>
    </message>
    <message>
        <source>Events of the history</source>
        <translation>Ereignisse des Verlaufs</translation>
    </message>
    <message>
        <source>No event is known in this time.</source>
        <translation>Aus dieser Zeit ist kein Ereignis bekannt.</translation>
    </message>
    <message>
        <source>A day of a history leads nowhere.</source>
        <translation>Ein Tag eines Verlaufs führt nirgendwohin.</translation>
    </message>
    <message>
        <source>Go on refreshing</source>
        <translation>Weiter auffrischen</translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation>Auffrischen anhalten</translation>
    </message>
    <message>
        <source>This page cannot be followed.</source>
        <translation>Dieser Seite kann nicht gefolgt werden.</translation>
    </message>
    <message>
        <source>What is followed is still being read.</source>
        <translation>Was du folgst, wird noch gelesen.</translation>
    </message>
    <message>
        <source>{kind}: followed, edit …</source>
        <translation>{kind}: gefolgt, bearbeiten …</translation>
    </message>
    <message>
        <source>Followed from now on</source>
        <translation>Von jetzt an gefolgt</translation>
    </message>
    <message>
        <source>All followed</source>
        <translation>Allen gefolgt</translation>
    </message>
    <message>
        <source>Open osubrowser</source>
        <translation>osubrowser öffnen</translation>
    </message>
    <message>
        <source>How this is followed: title, group, note</source>
        <translation>Wie dem gefolgt wird: Titel, Gruppe, Notiz</translation>
    </message>
    <message>
        <source>List what changes here on the page Following</source>
        <translation>Was sich hier ändert, auf der Seite „Gefolgtes“ auflisten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Title of what is followed</source>
        <translation>Titel des Gefolgten</translation>
    </message>
    <message>
        <source>Note about what is followed</source>
        <translation>Notiz zum Gefolgten</translation>
    </message>
    <message>
        <source>Its changes are listed, and make no notifications</source>
        <translation>Seine Änderungen werden gelistet, und machen keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>Choose a group, or type the name of a new one</source>
        <translation>Wähle eine Gruppe, oder gib den Namen einer neuen ein</translation>
    </message>
    <message>
        <source>Performance ranking of osu!</source>
        <translation>Performance-Rangliste von osu!</translation>
    </message>
    <message>
        <source>Performance ranking of osu!, {country}</source>
        <translation>Performance-Rangliste von osu!, {country}</translation>
    </message>
    <message>
        <source>Beatmaps with a leaderboard</source>
        <translation>Beatmaps mit Bestenliste</translation>
    </message>
</context>
</TS>
