<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>The address on the command line is not one of osu!&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist {artist_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no track of this artist was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best fit, or newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{track_title} by {artist}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This beatmapset has no difficulties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This set does not have the difficulty that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sent a beatmapset without its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} by {artist}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is about no beatmapset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[deleted beatmap]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This beatmap is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, mapped by {mapper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difficulty_rating} stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star rating of the difficulty without mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it has explicit content; its cover is not shown then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stars_text} stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapped by {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[deleted user]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You voted for it. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag {tag_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles · sliders · spinners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {stars_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, was {stars_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preempt_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approach rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±{great_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HP drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {number}, speed {rate}×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has played it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{passes} of {plays} plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plays} time{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades and plays are filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays are a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sends others an empty list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filters} for osu! supporters. {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with a player signed in can osu! tell whose maps these are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status and category both apply: with category Any the status alone decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average of the players&apos; ratings, 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hype, nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those that it needs to be ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Featured artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convert: osu! does not send its stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spinners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in osu!mania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes per hundred plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{got} of {needed} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graveyard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hip hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jazz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrumental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With converts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed mappers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Featured artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>easiest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star rating without mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle size; keys in osu!mania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in osu!mania; others are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of the difficulty; with category Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ranked, approved and loved ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Featured artist {featured_artist}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} to {words2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tournaments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project Loved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artists and albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap packs with {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap packs: {value}{mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets of the pack on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No easier mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether mods that make it easier do not count towards its medal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you have passed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ruleset {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {replace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} beatmap{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods that make it easier do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {count2} passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {value} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no file of this difficulty: there are no pp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, of another version of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pp could not be calculated: it took too long, or too much memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pp of this difficulty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in lazer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full combos without misses, played {kind}. {capital}{note}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pp} pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compared with a number, such as 5.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compared with a whole number, such as 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compared with a date, such as 2023, 2023-05 or 2023-05-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is given by = and a text, which is in quotes if it has spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compared with a time, such as 90, 1:30 or 1m30s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of {join}, in lower-case letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is given by = and a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is given by = and the number of an artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signs are = &lt; &lt;= &gt; and &gt;=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spaces around the sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} osu! searches this as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Do you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no option {key}, and searches this as a word.{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} has no value: no spaces around the sign. osu! searches this as a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} {kinds}. osu! searches this as a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag {kinds}. As it is, it has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! reads divisor, but it has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later word replaces this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {name} is in this range: nothing is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mappers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapped by {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romanised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is explicit: the cover is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was in a beatmap spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The song is of a featured artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its discussion is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapped by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest mappers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{offset} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favoured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{current} of {required}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {needed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and {more} for each further ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {rest} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This beatmapset was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be downloaded from osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! says why: {more_information}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players&apos; ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players&apos; ratings: {total}, average {average}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difficulties by their stars; sorted by the hardest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rulesets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was ranked, loved or qualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more}{count} with {changes} between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change without a description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> &lt;a href=&quot;{url}&quot;&gt;{value}&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by &lt;a href=&quot;{address}&quot;&gt;{author}&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {entry_author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day {count} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sent a player without an id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited {value}{by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comment was deleted {deleted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something that is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment of this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reply to a comment that is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading replies …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replies could not be loaded. Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} more {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes: {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (deleted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kudosu denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This discussion has no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post has no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this review is not shown: it was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked this as resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed this ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nominated this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qualified this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added this to Loved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed this from Loved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset the nominations with a new problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>had a nomination reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disqualified this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received kudosu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost kudosu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu was allowed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu was denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu was counted anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the explicit mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the online offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved an issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened an issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the owner of a difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The discussion was locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The discussion was unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A discussion was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A discussion was restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post was restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explicit mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for {modes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {source_user_username}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (nominated by {names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> from {value} to {value2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({score} by {name_of})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By time in the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty #{beatmap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading votes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The votes could not be loaded. Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All difficulties (general)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First places lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revived beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New supporters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewed support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gifts of support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} by {artist_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, shown by the game until {day_cell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who did it; osu! does not tell moderators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silver SS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silver S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the play ended, in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap {beatmap_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[deleted user] {user_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discussion by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For or against the discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where in the song it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started {created_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{started} by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended {ended_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends {ended_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {max_votes} options each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results are hidden until it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the last {value} posts is the author&apos;s. Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest last post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest last post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is pinned, locked or deleted, and whether it has a poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tournament</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the creation of the room to its end; so far, if it is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score V2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head to head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team vs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag co-op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag team vs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no opponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name_of} by {value_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted beatmap {beatmap_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{games}, no winner{ties}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level at {red} : {blue}{ties}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} with {most} each{ties}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name_of} won {most} of {games}{ties}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played {song_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} created the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The match was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The match was disbanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} was kicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} became host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, match cost {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closest map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearest map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{uncontested} without opponents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>game {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {start}, running for {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{removesuffix} – {last} UTC, {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aborted} aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one being played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[player {key}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[unknown, slot {value}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flashlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match cost = (S₁/M₁ + … + Sₙ/Mₙ) / n × ∛(n / n′). S: the player&apos;s score of a map, M: the median of all scores of that map, n: maps that the player played, n′: the median of n of all players.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match cost = (S₁/A₁ + … + Sₙ/Aₙ) / n. S: the player&apos;s score of a map, A: the average of all scores of that map, n: maps that the player played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods of all players; each may add more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much it was won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place among the scores of the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the score counts in the result of the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps won, alone or with the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps with the highest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed scores, counted or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses in counted scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of scores with each mod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[deleted beatmap {number_of}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A warm-up, which does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order in which they were played; W: warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total of the {lower} team: the sum of its scores, or the average of accuracies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best score, or what else the game compares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red : Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps won after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and score of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody played against another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed, yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came back from the graveyard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports osu! once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became an osu!supporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was given the osu!supporter tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grade of the score, or the medal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place on the beatmap&apos;s board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {value} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has been played {value} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First place lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank #{rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medal {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {before} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the new name {username}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that osu! itself cannot read any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player {user_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loved beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} figures · {name} ahead in {count2} · {name2} ahead in {count3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} is ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} is ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up where {left} is ahead, down where {right} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mutual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you are a friend of theirs, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank in the performance ranking of your ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance points in your ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether they support osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes for a discussion post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes were taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied by a moderator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post was restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes were counted anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given for a forum post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medal {achievement_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Had by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of all players have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As osu! counts its medals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: osu! tells the names of medals only for a while after they were won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Former names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} earned, {available} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votes given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votes received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{progress}% to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits per play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays watched by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country {rank_text} · </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global rank, {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{home}{pp} pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily challenges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best streak {daily_streak_best} days, now {daily_streak_current}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides when they are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This player&apos;s account was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a bot: a program that osu! runs, not a player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is restricted: nobody but you sees this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sent no figures of {name} in {ruleset}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has never played {ruleset}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, on probation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formerly {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether they are online, or when they last were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hide when they are online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pp apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up where {left} has more pp, down where {right} has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance points of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts could not be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply, level {level}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{join} and {value} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in this ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of rank over 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rank 30 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same rank as 30 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} {abs} since 30 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank in the whole performance ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{max} silver, {max2} gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many {title} grades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, silver and gold together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlight {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avg. score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avg. pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance points, added up as osu! does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {team_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kudosu this player was ever given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu not yet spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{participant_count} players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, mapped by {mapper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without its beatmap the replay cannot be judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay is not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance at the catch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in the song&apos;s time, at {rate}x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: mean {mean} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, standard deviation {deviation} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: median {median} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns and dashes a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key presses a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{median} ms, the longest {longest} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} a second ({join})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged presses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most presses a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median frame time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frame_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unstable rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its beatmap file is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single file, whose folder is not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported by osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score of osu!, which keeps the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score of osu!lazer, which keeps the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiny droplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star rating with the mods of the play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance points, computed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, mapped by {mapper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unstable rate: how much the timing of the hits varies, divided by the speed of the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How early (-) or late (+) the hits are on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a file cannot be read, or has no figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lazer {game_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed here: {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{raw} before it is divided by the speed of the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hits that were judged here are not exactly those in the file&apos;s header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{disagrees}: {judged} misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {count} replay{plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown beatmap ({known})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UR {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses over the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean UR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median UR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best UR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses a play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{abs} ms {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} to {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}-{value2} % of the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} miss{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the best play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of requests so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it failed, or a note about the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failure} Tried again at {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UR {rate_of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed at {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, column {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: {abs} px beside the plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: no press near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{abs} ms {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: pressed the other colour, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: pressed {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {press_distance} px away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played	{played}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods	{mods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable {game_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown beatmap {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!lazer {removesuffix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mean} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of both teams, else the best score and its player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the best scores on each beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps that were passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance points, which osu! gives for few rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{completed} completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps of the playlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star ratings of the easiest and the hardest beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a beatmap can be played; none for no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether osu! lists it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a password is needed to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count_active} of them still to be played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often you have played it in this room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who added it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freestyle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether players choose difficulty and ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted beatmap {beatmap_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods that are {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password is needed to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intros are skipped for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host: {username}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host: a deleted player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {starts}, {starts2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{in_utc} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minute_cell} to {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes in {int}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes in less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} at each beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total_score} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team versus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matchmaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host chooses beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All players choose beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All players choose beatmaps in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! gives no pp for this score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it adds to the player&apos;s pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of its pp counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the replay can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its replay can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no replay of this score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scores of {name} here{left_out}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of other countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} player{value} on this leaderboard{out}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} score{value} on {boards} leaderboards{out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}; none is missing down to #{complete}, some may be below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {count} {which} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Great</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fruits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fruits caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Droplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Droplets caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost droplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Droplets that were not caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perfect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score as lazer&apos;s classic display shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score in stable; lazer&apos;s scores have none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardised score, by which lazer orders its boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full combo: never broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the combo was never broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was set in osu!(stable) or osu!(lazer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{join} optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Droplets missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small ticks hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small ticks missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large ticks hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large ticks missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider ends hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit without effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed without effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combo breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider ticks hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider ticks missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider ends missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spinner spins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spinner bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drum roll ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large notes hit with both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bananas caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardised score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As lazer&apos;s classic display has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score in stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the factors of mods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pp} pp ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times that the replay was watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{combo}x of {most}x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, full combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A failed play gives no pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has not computed it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable does not record it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, build {build_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, not ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id within the ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} on {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapped by {mapper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, converted to {mode_names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This play was failed: it is on no leaderboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has not processed this score yet: pp and places may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap of this score is not on osu! any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formerly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found players in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players of the same search who are in this team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row({id}, {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {one}, loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page could not be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of osu! they are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether they were there in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no member of the team plays this ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the team is not in the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leader: {username}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Founded {created_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to new members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed to new members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{empty_slots} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minute_cell} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day_cell}, {in_utc} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {name}{value} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · seen {seen_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Català</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dansk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Español</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eesti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suomi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Français</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hrvatski</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magyar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italiano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lietuvių</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latviešu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melayu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norsk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polski</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Português</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Português (Brasil)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Română</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenčina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenščina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Svenska</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiếng Việt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main_page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page goes on: it is too long to be shown whole. The web browser has the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is a stub: it says little about its subject yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page does not meet the standards of the wiki yet: it has to be tidied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is out of date: some of it is no longer true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This translation is out of date. The {english} may say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This translation was not checked by a native speaker. Where it is unclear, the {english} counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This translation is for information only: the {english} is what binds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language_of} · in {count} {noun}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is not translated into {language_of}: it is shown in {language_of2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmapset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changelog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an address of osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redirected to another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds cannot be played on this system: miniaudio is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is one connected, and not in use by another program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no preview of this song.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device has stopped answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview could not be loaded: osu! does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview could not be loaded: {failure}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This preview is damaged: it cannot be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This preview is empty: there is nothing to play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!.db is too large to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!.db is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!.db cannot be read whole. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Songs {songs} {st_mtime_ns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no index of the installed osu!: its process did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed osu! cannot be read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the installed osu! took too long, or too much memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the installed osu! cannot be read ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FullPath</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BeatmapDirectory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AppData</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProgramFiles(x86)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProgramFiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marks of beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no osu!.db, or one of an unknown version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: it names more entries than it can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has something else in place of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database has a text of endless length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see is not kept at the moment: {cause} ({folder}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen before was damaged. It starts anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the old file is {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>player {player}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} on {rstrip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a count of something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number is left for another answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of another kind or version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row that was not written so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no count of what is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {score_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mode} {casefold} on {beatmap_id} {mods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> with {mods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{player} on beatmap {beatmap_id}{mods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {legacy_id} of {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the queue already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{added} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>were there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have no replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more: connect its drive, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be made ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays cannot be saved in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that osu! sent is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} {value} its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sent the replay of another score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was played on another version of the beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hash in the file does not fit its score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of {value}, not of {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its combo is {max_combo}, not {max_combo2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of score {replay_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its score is {score}, not {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many files called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stem} ({number}).osr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room for {folder}, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replay could not be written into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legacy API key on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This replay is in the queue already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This replay is on this computer already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in osubrowser went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of downloads cannot be opened ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of downloads cannot be opened: the disk may be full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue holds {most_entries} replays at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the finished ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of downloads is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start osubrowser again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of downloads cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of downloads cannot be written: the disk may be full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to osu! to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{running} downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{waiting} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done in {duration_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {rest} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long to be a list of scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id, position, batch, server, target, details, state, received, size, speed, attempts, failure, path, added_at, finished_at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of downloads was damaged: it is kept as {name}, and a new one begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some downloads could not be read from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This score has no replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of API v1 is needed to find this replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of API v1 is needed to download this replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not know the key of API v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not give this replay to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! asks us to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! cannot make this replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay is too large to be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sent something else in place of the replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has trouble answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} The server says: “{server_message}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pictures: the process that decodes them did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a limit, or a crash of the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decoder ended within a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recently seen places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osubrowser bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bookmarks could not be written ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no bookmarks of osubrowser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file of bookmarks is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file of bookmarks is one of a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update osubrowser first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large to be one of bookmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player {whom}{mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps with “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all of osu! for “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of osu!&apos;s website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the id {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {creator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmapset {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players and scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplayer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules, guides and history, in any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players whose feedback helped mappers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams by performance and score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One beatmap a day, for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts of the osu! team, by year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each build of the game changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards, topics and polls, to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments on beatmaps, news and builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the season&apos;s contest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your friends, and who is online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What players just did: ranks and medals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of everybody, as they are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playlists and live rooms of lazer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches of the stable client, game by game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps to download together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations, disqualifications and ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems, suggestions and praise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single posts of beatmap discussions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes on beatmap discussions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artists whose music is free to map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks of featured artists, with previews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that players give to beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discussions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discussion posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discussion votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Featured tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seasonal backgrounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>performance ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account is managed on the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API gives chat to the owner of an application only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no watched topics and mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API takes no changes of it from other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the administration of osu! is a part of the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API does not say whose track that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a part of a page of the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no earlier versions of beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! gives beatmaps to signed-in web browsers and the game only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API does not find a post by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no contests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API does not say which topic a post belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no log of a topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topics are written on the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no live streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of tournaments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no members of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no history of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API gives the list of blocked players to the game only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the game is downloaded from the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support is bought on the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API does not know the numbers of old news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API gives notifications to the game only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a file for web browsers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no ranking of ranked play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no ranking of plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no seasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API knows teams by their number only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teams are made on the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of a player&apos;s rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of a player&apos;s forum posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API does not count views of replays by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts are made in the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no list of the wiki&apos;s pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API has no review of the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>friends are read by the signed-in player only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osubrowser has no such page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osubrowser has no page for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a valid address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the game opens its links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a file, not a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a page of osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osubrowser knows no such page of osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This play was failed: osu! keeps no replay of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no replay of this score: it keeps those of high places, and for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no replay of these {count} scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap on the server is another version than the one that was played: the replay was not judged. --beatmap names a file to judge it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap file is not on this computer, and nobody is signed in to fetch it from osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{replay} could not be analysed ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis could not be written: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a beatmap file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{beatmap} cannot be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its beatmap file cannot be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{replay} cannot be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a replay file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: it is a pipe or a device, not {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is far too large for {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay does not name its beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap file could not be fetched from osu! ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no analysis: its process did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process was closed, or does not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took too long, or too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another reply than the one that was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{module}.{name} is no part of an analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis failed ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not have the beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap on the server is another version than the one played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay library cannot be kept ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap files are fetched from osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some replay files could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis took too long, or too much memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of the replay library could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to read the file takes too long, or too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The game finds this file by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its beatmap is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files have this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be renamed ({value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system did not take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not deleted ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is far too large for a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {value} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unread}{more} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 replay file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unnamed} replay files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in {path} cannot be listed: the name is not valid Unicode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color: {dim}; background-color: {dim}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color: {colour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font-size: {size}px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color: {link}; text-decoration: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{panel}&lt;pre style=&quot;white-space: pre-wrap; margin: 0&quot;&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>border-left: 3px solid {border}; padding: 2px 0 2px 10px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font-family: monospace; background-color: {panel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> style=&quot;border-left: 4px solid {edge}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background-image: url(&apos;{flags}{points}.svg&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;nbsp;&lt;a href=&quot;#{reference}&quot;&gt;↑&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
a abbr audio b blockquote br center code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i iframe
img ins kbd li mark ol p pre q s small source span strike strong sub summary sup table tbody td
tfoot th thead tr tt u ul video
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
script style title noscript template object embed form button input select textarea svg math head
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{media} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> width=&quot;{width}&quot; height=&quot;{height}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} title=&quot;{count}&quot;&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit status {returncode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There will be no log file ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process {number} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a task failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.1 {status}<byte value="xd"/>
Content-Type: text/html; charset=utf-8<byte value="xd"/>
Content-Length: {length}<byte value="xd"/>
Connection: close<byte value="xd"/>
Cache-Control: no-store<byte value="xd"/>
Referrer-Policy: no-referrer<byte value="xd"/>
X-Content-Type-Options: nosniff<byte value="xd"/>
Content-Security-Policy: default-src &apos;none&apos;; style-src &apos;unsafe-inline&apos;; img-src data:<byte value="xd"/>
{more}<byte value="xd"/>
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close this page and go back to osubrowser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to osubrowser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still signing in, and says how it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to osubrowser: it says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was allowed. You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>400 Bad Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the answer that was waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start signing in again from osubrowser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>404 Not Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>405 Method Not Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>431 Request Header Fields Too Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was no request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow: GET<byte value="xd"/>
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser could not come back: no port on this machine is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser did not come back in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did not allow it in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! did not accept the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client secret of {client_id} on {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not know this client id with this client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy both again from your osu! settings, under OAuth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the callback address of your OAuth application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client id is a number, such as 12345.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in, but only until the window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out, but the client secret or the token could not be deleted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{player} - {artist} - {title} [{difficulty}] ({date}) {mode}.osr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings are damaged ({join})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {found} in place of {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the integrity check failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! demo replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written into this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be reached ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not there, and cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} could not be read ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{damage}, and the file could not be copied ({strerror}): changes are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{damage}. The rest is there; the old file is {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} could not be saved ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} are damaged, and the file could not be moved ({strerror}): changes are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} were damaged. They start anew; the old file is {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} are those of a newer version: changes are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entries} of {noun} {verb} damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file may not be written, or another program has it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This disk is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not saved: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps of this spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the preview (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapped by {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} points from {value} to {value2}, at the end {told}. Left and Right read one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} presses and misses, {missed} of them missed. Left and Right read one after the other, Enter goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, most of them {place}. Arrow keys read one place after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no comments here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no player of this name or id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loaded} loaded{age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} · {loaded} loaded{age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About osubrowser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osubrowser {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A native desktop browser for osu!, under the MIT licence.
Not made by, nor belonging to, ppy Pty Ltd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt {qversion}, Python {python_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window goes on, but what you did last may not have worked. This text helps whoever mends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
More of them followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder with replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders of the replay library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays of an installed osu! too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays in these folders, and in all folders inside them, are listed beside the folder that replays are saved in. They are watched for changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This took too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer refused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details help whoever mends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says: “{server_message}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows this to signed-in players.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not show this to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account may see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been renamed or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! asks us to wait {seconds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not understand this question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and whether a proxy or a virus scanner is between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too large to be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This usually passes: try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ceil} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} already stands for “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is needed for moving about and typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} alone is needed for typing. Hold Ctrl or Alt with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the page of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;mapper {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;guest mapper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open c&amp;omments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Songs of {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;{who} {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for spreadsheets, as shown (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON for programs, exact values (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rows to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the loaded rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}{of} rows are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported. {text} {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list has no end that could be loaded: it goes on as it is scrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rowcount} of {loaded} loaded rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}-{value2}{total} · {loaded} loaded{age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row leads nowhere: its subject is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {loaded} rows are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the scores whose replays you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns of this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the loaded cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {count} &amp;replays over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save {count} replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save replay (in the queue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save replay (on this computer already)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save replay (osu! has none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;team {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} (in the web browser)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;link{plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;title{plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download map template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the beatmaps with songs of this artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list of featured artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks of the artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This artist has no tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tracks of the artist {artist_id} were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! finds tracks by name only, and no beatmap or new track tells this one&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer marked as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer marked as liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a beatmap to mark it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a beatmap to open it in osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {most_opened} beatmaps are opened in osu! at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more excludes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owned} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps of {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile of {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Never show …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapper: {one}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: {one}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre: {get}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {get}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search beatmaps: words, or stars&gt;5 ar&gt;=9 ranked&gt;2023</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every filter as a control (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches: open, save this one, look for new beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap packs, by kind, ruleset, and the beatmaps in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved · {new} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {said}: turn round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade achieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id of a mapper, of the set or of one of its difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a difficulty, such as Extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of a featured artist, as in the address of their page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game, anime or film that the song is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! answers these two to its supporters only: others get an empty list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates and status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade achieved, and played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds the tag; a beatmap has all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag, such as style/clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the beatmap listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide owned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only owned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the sets that you have marked as seen (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the sets that you have hidden (H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the sets that you have marked as liked (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the sets that are on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the sets that are on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what you never want to see: mappers, tags, genres, languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not owned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No osu! was found on this computer: you can choose its folder in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit excludes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. The list of what you own is being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit what is never shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mappers, tags, genres and languages that are never shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{only} · {count} without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with {mode_names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That position is gone: the list starts at its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loaded} loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hidden} hidden by filters here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{searches} searches merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{join} filtered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filtered} chosen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in {total} sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mapper, tag, genre or language is excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose in the settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list starts where this address points, and not at its top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list starts at row {int}, where this address points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by {lower}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at about row {int}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>among the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped last time {where} of {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number; &gt;5 or &lt;5 leaves 5 itself out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds, or a time such as 1:30 or 2m30s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year, month or day, such as 2020, 2020-05 or 2020-05-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of {join}, or its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search is saved yet. “Save this one” keeps the filters that are set now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}  ·  {count}{value} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in {which}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new{which} could not be asked: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more saved searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no search of the listing of osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This beatmap is not on osu! any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort all on osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} came from osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is found with: {filters}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps are seen when you are signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens the links of osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the link of the &amp;game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;number of the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number of the &amp;difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the numbers of &amp;all {count} difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps with songs of {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} {verb} on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulties, {get}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no difficulties in this ruleset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of {count}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, mapped by {mappers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and suggestions that are not resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only threads with these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty, author, order, words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open only ({opened})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty #{wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player #{key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened to this beatmapset yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beatmapset {beatmapset} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The discussion of this address is not here: it was deleted or is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been said about this beatmapset yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No discussion meets these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looked among {loaded}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> loaded so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the preview of the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the set in the game, which can download it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the set as liked, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the set as seen, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the set out of the listing, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More that can be done with this set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmapset: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapper: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapped by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the page of a beatmapset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} with the number {key} on a beatmapset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be deleted or hidden, or about something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {what} with the number {id}: unknown, or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows no beatmaps that were deleted or taken down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mod: {tips}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails and exits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has not counted fails of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has rated it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that players voted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the beatmapset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapper has written nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! asks us to wait {seconds} for the stars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come by themselves then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no star rating for this ruleset with these mods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! cannot calculate the stars with these mods at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calculated here, by the formula of the pp below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pp need the file of the difficulty, which could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pp are being calculated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula of the pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beatmapset {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beatmap{value} {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leaderboard of osu!(stable), ordered by its own score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of a player here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all scores of a player: name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the leaderboard again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the players of all countries again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About these scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save top …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the replays of the first scores, as they are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two scores to see them side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {country}  ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {country}: show all countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {names2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, 1st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, 2nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two scores side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is a figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with or without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One click: required. Two: with or without it. Three: left out. With the keyboard: R, O, X, Delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods of the scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {count} leaderboards, one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the mods of the scores: required, optional, or left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaderboard {value} of {count}: {value2} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no scores to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This difficulty has no leaderboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked, approved, qualified and loved beatmaps have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your friends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This score has no page of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rowcount} of {loaded} scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}-{value2} of {loaded} scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {hidden} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · merged from {boards} leaderboards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> that fits “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This player has no score{with_mods} on this difficulty in {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of the country {country} is among the first scores here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A player without a team sees nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of {names} has a score{with_mods} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a score{with_mods} in {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a score on this difficulty in {mode} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores of {names} are seen when you are signed in as a player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look around as a guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are seen when you are signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows the scores of {names} to its supporters only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The global leaderboard is open to everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! knows no player “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or the player is restricted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not have this difficulty any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;player {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All scores of {label} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking of {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all &amp;countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare these two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what an exported file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write bookmarks and recently seen places to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{titles}: filter by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open all in &amp;background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to boo&amp;kmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit title and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place seen lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places seen lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked beatmap set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked beatmap sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, in the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place that was seen lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {what} has the words “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no bookmarks yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{star_or_key} beside the address keeps the place that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was seen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each place comes here once it was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {total} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {what} that you have seen? It cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} {verb} written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{all} {verb} added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added: all that this file holds was here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One entry was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{skipped} entries were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {were} left out: not understood, there twice, or no room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown_key}, or the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{join} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter first: then the order is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is bookmarked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} are bookmarked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot be bookmarked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{selected} bookmarks are selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bookmark is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks of osubrowser (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export bookmarks, places seen lately, marks and saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import bookmarks, places seen lately, marks and saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was {done}. {text} {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build has no special changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build {replace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this build and the previous one side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no build “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All builds are in the changelog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video (in the web browser)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes in the older build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes in the newer build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older · between · newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the changes from the older to the newer build, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} and {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} in the older build, {two} between them, {three} in the newer build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such builds of {stream}: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose versions of one stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two newest builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the page of a build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of a build, such as 20260624.1 or 2026.630.0; press Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu-changelog {stream}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loaded} loaded{seen_ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {stream}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no builds{stream}{limits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no changes {limits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! tells no page of this change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes since {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes up to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Builds side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest build {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player: name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments of a player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or an id, and press Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments of {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments of {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments on {replace} {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the {replace}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no comment with the number {comment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity of all players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind happened of late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not filter these: they are picked here, as the list loads on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No featured artist is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no featured artists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks by this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps with this artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of an artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! lists no artists for programs: they are put together from their tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show behind the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selected picture behind the welcome page, here only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show none there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no season at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has seasonal backgrounds a few times a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;behind the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;none there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the one picture that you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is behind the welcome page now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The welcome page has no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} · the season ends on {day_cell}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A player or a beatmap that does not exist has none either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event leads nowhere: its beatmap is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id of the player who did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the beatmap set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 2026-11-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day, month or year, in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To 2026-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day, month or year, in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards of the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! lists no boards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no friends on osu! yet: its website adds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your friends is online, or shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of your friends are online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your friends has you as a friend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all friends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This player is not on osu! any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your friends, and who of them is online, are seen when you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guest has no friends list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in did not ask for your list of friends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out and in again to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} · {online} online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplayer matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no {state}matches of the stable client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A player who does not exist has none either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row leads nowhere: its discussion is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap discussions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author of the discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never qualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only suggestions and problems that are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id of who started the discussion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved and reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id of who wrote the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id of who voted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playlists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such room is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such room has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! lists no such rooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have played in no such room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have opened no such room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show open playlists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;host {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open current &amp;beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms that you opened or played in are listed when you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guest has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} · osu! lists {most_rooms} rooms at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>season {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms of a season of spotlights, by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop asking osu! for new scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the newest scores fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on: those that come and fit are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} osu! for new scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}-{value2} of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {seen} seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some in between are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! did not answer, asked again within {wait} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new ones every {every} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id; picked here from what osu! sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least so many pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked here from what osu! sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks of featured artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No track meets these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, artist or album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole name, such as Electronic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest BPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BPM from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest BPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BPM to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 1:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 3:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! originals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tracks that were made for osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards in this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This board has no topics of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group has them in its boards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>board {board_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open last post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {username}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum has no {name} that you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted, or is for some groups of players only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: {votes} votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the author&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the poll of this topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic {topic_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the last post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text in the loaded posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no posts here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were deleted, or are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topic {topic_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This topic has no post {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topic {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post of this address is not here: it was deleted or is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board {board}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the author · {loaded}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}-{value2} of {posts} · {loaded}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-ups </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of games at the start that do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count failed scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let failed scores count, too: the website leaves them out of the totals of teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write games, scores, players and events to a file, with the rules and the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This match is private, or you are not signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private matches are shown to the players who took part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This match is private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows it only to the players who took part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no match with the number {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may never have been, or be one of the lazer client, which are rooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Games</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The match is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier events of this match are missing. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the events of this match: {count} so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results are those of the loaded games.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · running, looked at again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row leads nowhere: its player or beatmap is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;mark {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark the scores of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red {red} : {blue} Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open best &amp;player {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No game was played in this match yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps that count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No game of this match counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-ups and aborted games do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of all games</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no scores in this match yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no scores of this game.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was aborted, or is being played: osu! sends them at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has played a game that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened in this match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat is not in osu!&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the page of a news post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News of {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no news of {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>news {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no news post “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The news of all years are in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited {updated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs for osu!, and those for any ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs with a beatmap: title, id or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packs with a beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the packs that a beatmap is in: type its title, id or link, and press Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the beatmaps of each pack that are on this computer: a request for each pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the archive in the web browser, which downloads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save the ids of the beatmapsets, for programs that download them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {count2} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop ({value} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all difficulties were loaded. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! sends packs without them: this takes {count} {noun}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all {count} ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all {count} ids …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the {count} ids that are not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {count} {noun} of beatmapsets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download in &amp;osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack has no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows no beatmaps of this pack: they are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for {mode_names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack{mode} has a beatmap of “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the first 50 beatmaps that osu! finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no packs of the kind “{kind}” for {mode_names} alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show those for all rulesets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no packs of the kind “{kind}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no beatmap “{words}”: unknown, or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no beatmap pack with the tag {tag}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap packs are seen when you are signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no scores here: in a list of scores this saves their replays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pp without the beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay is not judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was pressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pp over the play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy over the play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combo over the play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life over the play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay file has no life bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame times over the play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay has no frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:,.0f} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chart “{title}” shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pp of this play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pp over the play{formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This play: {pp} pp, {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This play, as osu! has it: {pp} pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} pp against this play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stars} stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pp could not be calculated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This replay is not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: copied to the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full combo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pp if …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mod {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pp if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous miss (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next miss (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the song</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the frames of the replay (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade objects out, as with Hidden (H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the charts of the play, or the field again (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add replay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another replay of this beatmap over this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figures (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the playback; faster with ↑, slower with ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. The song runs at {rate}x in this play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the replay of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the replay of {name}, or show it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this replay out of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods: {mods}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade: {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, or open the demo, to fetch the beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged: {rstrip}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no beatmap: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{name}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than a {kind} can be ({value} MB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmaps (*.osu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge on this version anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap is not on this computer: there are the cursor, the keys and the life bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no beatmap that is the one played: it was changed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This beatmap is another version than the one that was played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judgement was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judgement failed: it took too long, or too much memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a replay file to see what happened in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one on the window, or choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a replay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No miss in this play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No miss after this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No miss before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged as in the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged otherwise than in the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the replay: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another replay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the beatmap …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stem} charts.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be opened by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not written. {text} {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is of another ruleset, so it cannot be shown over this replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is of another beatmap, so it cannot be shown over this replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player&apos;s name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see your own profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up a player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or the number of an account, or paste the link of a profile. Any row of a ranking opens here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up another player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players with a similar name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures and ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores both have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another player&apos;s name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with: a player&apos;s name or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the two players change places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this player alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write these rows to a CSV or JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open beatmap in &amp;web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open score of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {name} with another player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure side by side, both ranks in one chart, and the scores both have. Type the name or the id of the other player above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of both players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores that both players have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No beatmap is among the best scores of both {names} and {names2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! tells the 200 best scores of each player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} beatmap{plural} in both lists{more}{seen_ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no rank in the last 90 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;giver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players are seen when you are signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows nothing of this player: unknown, or restricted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no ranked scores in {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 200, by pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no first places in {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First places of now, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} passed nothing in {mode} in the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} played nothing in {mode} in the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} pinned no scores in {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the player put on top of their page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show failed ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no favourite beatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no ranked beatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no loved beatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no guest difficulties in ranked beatmaps of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no pending beatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no beatmaps in the graveyard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has nominated no beatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not played any beatmap yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all rulesets together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest first; osu! tells at most 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} did nothing of late that osu! tells about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not received any kudosu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no medals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! names those that were won lately; of others it tells number and day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has written nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This player&apos;s account was deleted: osu! has no profile of it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no player with the number {user}: unknown, or restricted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No player is called “{user}”: unknown, or restricted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows neither accounts that are gone nor those that are restricted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Global rank, last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was played yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays watched by others per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has watched a replay yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firsts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>player {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} is now called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country: {country}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{country}: open its ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kudosu is given for help with beatmaps, whatever the ruleset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to your own row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;name{plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the &amp;background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own row is found when you are signed in as a player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in no team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no row here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not in this ranking: your country is {home}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no rank in this ranking of {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are #{rank}; this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose} ranking ends at #{total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not in this ranking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You should be at about #{rank}, but osu! does not list you there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking by &amp;score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ranking of your friends is seen when you are signed in as a player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look around as a guest, and a guest has no friends list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rankings are seen when you are signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This spotlight has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest spotlight has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} no ranking for {mode_names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no ranking for the country {country}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your friends{who} is in this ranking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> with {upper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody from {name} is ranked in {mode}{keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has played this spotlight in {mode}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {ranking_title} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last rank here is {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} No list came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} are listed when you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player on a beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top of a beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of a player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get replays by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste links or ids of scores first, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no {join}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no {join}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{skipped} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} without a score: “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has such a score on this beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name or the id of a player, or paste the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} scores …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! lists no such scores of this player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the link of a difficulty, or type its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {count} to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! knows no such player, beatmap, or score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such player.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} Store another one, or sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a key of API v1, sign in to find this replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores in a text or CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and tables (*.txt *.csv *.tsv *.json *.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has 40 digits and letters from a to f.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be stored: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 1 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning of bare numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are score ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are stable ids of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links or ids of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter finds them, Shift+Enter starts a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} or the id of a score, one a line; osu/123 is the id of a stable score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id of the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link or id of the difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mods: HDDT, NM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of API v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to get one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of API v1 is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a sign-in this needs a key of API v1, which is stored like a password:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, id or link of the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their own ruleset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no replay of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{there} {noun}{value} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {without} {value} no replay on osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The first: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large to be a list of scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the replay queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the replay library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the selected replays, or of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folders of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no replays in the library yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with .osr files, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of this file is too long to be opened here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {others} more folder{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {game}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{join}. Choose another folder with .osr files, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rowcount} of {total} replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} {noun}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} replay{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (at most {most_replays})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare in one &amp;view{most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in osu&amp;!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch beatmap file{plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these paths cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These replays are of different beatmaps: they are shown on the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens replay files: osu! is not installed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file manager did not open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file keeps its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files keep their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The game has these files and keeps them: delete the scores in osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The game has this file and keeps it: delete the score in osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no replays to make statistics of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching beatmap files from osu!: {done} of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for replays: {found} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis is paused: {waiting} to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing: {waiting} to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file of {} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files of {} are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beatmap {format} not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch from osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them there is no unstable rate and no pp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap files were not fetched. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of {count} beatmap files were not fetched. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not have {lost} of {count} beatmaps, or another version than the one that was played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays: {get}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays: It has this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename by a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields: {player} {artist} {title} {difficulty} {mapper} {date} {mode} {mods} {grade} {accuracy} {combo} {pp} {score_id} {beatmap_id}. A name that is taken gets a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names now and new names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name needs at least one field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {changes} file{plural}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are figures of timing once two of these replays are analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misses on the playfield</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No misses of osu! plays are known: they are shown once replays are analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No misses are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best replays by beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these replays can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not saved. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be encoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store a key …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of saved replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste links of scores above, or press the arrow in a row of any list of scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This replay is not saved yet, and its score is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order can be changed while the table is neither sorted nor filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up	Alt+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down	Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move from the queue	{key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replays are saved in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · done in </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · all done in </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, {done} of {total} finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paused} {noun} paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rowcount} of {count} replays in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 replay in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} replays in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not list the daily challenge of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its list goes back some 250 days, and not beyond July 2024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no daily challenge at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no room {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may never have been opened, or have been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the beatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A playlist has no events: its players come when they like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! shows nothing of this room any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on the playlist of this room yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;scores in this room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open player {escaped} (&amp;picked it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No player has completed a beatmap of this room yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No player has passed this beatmap in this room yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;player {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened in this room yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event names neither a player nor a beatmap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {label} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, grade {grade}, {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player&apos;s scores here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As stable counts them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {team}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no such score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be deleted, its player restricted, or the number that of stable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search: a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on the website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! can be searched when you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all players</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! knows no {who} by {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This player&apos;s account is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No beatmap is found with {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiki pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page of the wiki has {said} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news post has {said} in its title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the newest topics has {said} in its title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search the forum, but the website can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No team is found with {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search teams, but the website can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks and recently seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that you saw lately or bookmarked has {said} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the replays on this computer has {said} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no path that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets of any status, by relevance. The listing of beatmaps has all filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles and authors are searched: osu!&apos;s API cannot search the texts of news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search teams: these are of found players and of rankings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu!&apos;s API cannot search the forum: these are titles of the newest topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search players, beatmaps, wiki, news, what you saw …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active players only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only players who visited osu! within the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only players of one country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”, on osu! or on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum was not searched: osu!&apos;s API cannot do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole list: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loaded} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {value}: show the whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in as yourself would bring your friends and their ranking, your own scores on a beatmap, what you have played, and replays to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy callback address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An OAuth application of your own on osu! has to have this address, or signing in through the web browser fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo: a made-up osu! inside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are a guest: public pages, and nothing of yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in of the demo is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret and the sign-in are kept in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret and the sign-in are kept in {where}, a file that only you can read: this system has no keyring, or the program has a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never shown in the listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The listing says how many it left out, and can show them for once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are read, and never changed, so that the listing can tell what you have. lazer keeps files of deleted beatmaps for a while: they count, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. For example: anime, featured artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded mappers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Names or ids, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the mark “{word}” from all beatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the removed marks back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beatmap sets: {join}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No beatmap set is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read an installed osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an installed osu!, and read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of osu!stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no osu!.db and no osu!.exe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder of osu!lazer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no files and no client.realm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not read: neither its beatmaps nor its replays are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being read: {done}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No osu! was found on this computer. If there is one, choose its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 beatmap set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sets} beatmap sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difficulties} difficulties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {of_sets} and {of_files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 0.1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{upper}{words} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most answers kept, in megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers: no more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most pictures kept, in megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures: no more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} What you saw opens at once from it, and without a network, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> What you see of the demo is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten: {in_megabytes} of answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten: {in_megabytes} of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of it could be forgotten: the disk refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles of songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avatars, covers, flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture behind the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show no picture behind the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything in the window, from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original ones are written as the artist does, many of them in Japanese.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them osu! is asked for nothing but the answers themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the game&apos;s seasonal backgrounds behind it (osubrowser:backgrounds).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of previews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the songs of beatmaps, wherever they are played. 0 % is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most requests to osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One every {value} s over a longer time; a handful at once is always fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every} osu! asks programs to stay at {pace} or below, and may shut out one that does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{every} Replays have a limit of their own: 10 a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last places again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the last places again at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the program starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the tabs and beside them, as it was at the end of the last run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the usual folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: the usual folder again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables are exported to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press keys …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter and then the new key changes it, Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more key for “{what}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key for {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: press the new keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on this page goes back to what it was at first. You stay signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change works at once and is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings are what they were at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it, replays are found by player and beatmap without a sign-in. It is stored like the client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the files: the usual template again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When there is a file of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when they are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when replays are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders of the library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the key of API v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key of API v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the desktop, while the window is not in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists the replays in the folder above, and in these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {least} to {most}; Up and Down change it by {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder could not be opened. Its path is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: the usual keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter on a key, then the new one. Delete takes a key away, + adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} stands for “{text}” now. Change that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! names no members of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This team has written nothing about itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the ranking of teams of this ruleset at this team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no place in the ranking of {mode_names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! has no team {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been disbanded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to osubrowser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players and rankings of osu!, exact and all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with osu!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up osu! inside this program: ten thousand players in each mode. It needs no account and no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open osu! settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a guest: no browser, but no friends either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public pages only; the application is asked for, not the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is kept in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is kept in {kept_in}, a file that only you can read, not in a keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the osu! settings page, section OAuth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an OAuth application with this callback address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste its client ID and client secret:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret (empty: the kept one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the web browser …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! asks there whether this program may see your profile. Allow it, and this window goes on by itself. If no page has opened, copy the link into a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking osu! …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the wiki for “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiki /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiki page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the wiki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wiki is read when you are signed in to osu!.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wiki has no such page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been renamed or removed, or the address has a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of {matches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link in background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link in web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address of link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {escaped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name} in background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! asks us to wait {left} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text goes on: it is too long to be shown whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no address to bookmark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more bookmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bookmark is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: account, theme, help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places that are kept open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the closed one again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All places beside the tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests to osu! in the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{last_minute} {noun}/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened in the web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, as {reason_for}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No web browser was found. The link is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to osu!: {link}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No osu! opens its links here. The link is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs stay open; places beside them can be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open beside the tabs. A middle click on a row opens it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {noun} paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {noun} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · done {end_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {noun} downloading{ends}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} folders are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in the replay library now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} in the library now. The folder “{unwatched}” is not watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no replays and no folders among what was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} in the library now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} replays are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page belongs to osubrowser: the website does not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in or open the demo first; this opens then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no replay file, or it is not there: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more places fit beside the tabs. Close one of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of previews: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no library for sounds: the preview is in the web browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name, words, an id or an osu! address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! knows no player and no beatmap by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! knows no player by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, or open the demo, to find players and beatmaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address that osu! has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an osu! address. One looks like this: {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> What is above was not looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! asks us to wait {seconds}; then more comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens in the web browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>osu! does not accept the sign-in any more. Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noto Sans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noto Sans CJK JP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiragino Sans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yu Gothic UI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple SD Gothic Neo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malgun Gothic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noto Sans CJK KR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft YaHei UI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PingFang SC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DejaVu Sans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitstream Vera Sans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay is in the download queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the replay, which is on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort loaded rows by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loaded row contains “{needle}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looked {loaded_words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the first pages fits the filters that are applied here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters here hide all {rows} that are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} with “{short}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted by {in_sentence}, {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are not loaded yet have no part in this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {pages} failed page{value} to load again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading all rows: {loaded}{of}{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in view are loaded first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loaded}{of} rows are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} The rest failed: {text2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>among all {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>among the {loaded} loaded{of} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters here hide all rows of the last pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} row{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right choose a column, Enter sorts by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note has room for {longest_note} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>world global</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the loaded rows with these words, or with figures such as pp&gt;=200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter loaded rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {noun}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a {noun} and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (1 to {last})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a {noun}{known} and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no {noun}: type a number from 1, such as 7,412.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the list …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: type to filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood. {tip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: {tip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BoundEdit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the loaded rows to a CSV or JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all rows, to sort, filter and export them; again to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
