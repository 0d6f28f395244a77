<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n album(s)</source>
        <translation>
            <numerusform>%n album</numerusform>
            <numerusform>%n albums</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n track(s)</source>
        <translation>
            <numerusform>%n track</numerusform>
            <numerusform>%n tracks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fail(s)</source>
        <translation>
            <numerusform>%n fail</numerusform>
            <numerusform>%n fails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s)</source>
        <translation>
            <numerusform>%n exit</numerusform>
            <numerusform>%n exits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s)</source>
        <translation>
            <numerusform>%n beatmap</numerusform>
            <numerusform>%n beatmaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build(s)</source>
        <translation>
            <numerusform>%n build</numerusform>
            <numerusform>%n builds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more reply/replies</source>
        <translation>
            <numerusform>%n more reply</numerusform>
            <numerusform>%n more replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply/replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s)</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s)</source>
        <translation>
            <numerusform>%n map</numerusform>
            <numerusform>%n maps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <translation>
            <numerusform>%n player</numerusform>
            <numerusform>%n players</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without opponents</source>
        <translation>
            <numerusform>%n without opponents</numerusform>
            <numerusform>%n without opponents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n game(s)</source>
        <translation>
            <numerusform>%n game</numerusform>
            <numerusform>%n games</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aborted</source>
        <translation>
            <numerusform>%n aborted</numerusform>
            <numerusform>%n aborted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has been played %n time(s)</source>
        <translation>
            <numerusform>has been played %n time</numerusform>
            <numerusform>has been played %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) · {left} ahead in {left_count} · {right} ahead in {right_count}</source>
        <translation>
            <numerusform>%n figure · {left} ahead in {left_count} · {right} ahead in {right_count}</numerusform>
            <numerusform>%n figures · {left} ahead in {left_count} · {right} ahead in {right_count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>best streak %n day(s), now {current}</source>
        <translation>
            <numerusform>best streak %n day, now {current}</numerusform>
            <numerusform>best streak %n days, now {current}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n play(s)</source>
        <translation>
            <numerusform>%n play</numerusform>
            <numerusform>%n plays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s)</source>
        <translation>
            <numerusform>%n replay</numerusform>
            <numerusform>%n replays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n follower</numerusform>
            <numerusform>%n followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n miss(es)</source>
        <translation>
            <numerusform>%n miss</numerusform>
            <numerusform>%n misses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them still to be played</source>
        <translation>
            <numerusform>%n of them still to be played</numerusform>
            <numerusform>%n of them still to be played</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n day(s)</source>
        <translation>
            <numerusform>Closes in %n day</numerusform>
            <numerusform>Closes in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n hour(s)</source>
        <translation>
            <numerusform>Closes in %n hour</numerusform>
            <numerusform>Closes in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n minute(s)</source>
        <translation>
            <numerusform>Closes in %n minute</numerusform>
            <numerusform>Closes in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) at each beatmap</source>
        <translation>
            <numerusform>%n attempt at each beatmap</numerusform>
            <numerusform>%n attempts at each beatmap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %n player(s)</source>
        <translation>
            <numerusform>Room for %n player</numerusform>
            <numerusform>Room for %n players</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) completed</source>
        <translation>
            <numerusform>%n beatmap completed</numerusform>
            <numerusform>%n beatmaps completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other mods left out</source>
        <translation>
            <numerusform>%n of other mods left out</numerusform>
            <numerusform>%n of other mods left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n player(s) on this leaderboard</source>
        <translation>
            <numerusform>%n player on this leaderboard</numerusform>
            <numerusform>%n players on this leaderboard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s) on {boards} leaderboards</source>
        <translation>
            <numerusform>%n score on {boards} leaderboards</numerusform>
            <numerusform>%n scores on {boards} leaderboards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with {mods} or of other countries left out</source>
        <translation>
            <numerusform>%n with {mods} or of other countries left out</numerusform>
            <numerusform>%n with {mods} or of other countries left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with {mods} left out</source>
        <translation>
            <numerusform>%n with {mods} left out</numerusform>
            <numerusform>%n with {mods} left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other countries left out</source>
        <translation>
            <numerusform>%n of other countries left out</numerusform>
            <numerusform>%n of other countries left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) free</source>
        <translation>
            <numerusform>%n place free</numerusform>
            <numerusform>%n places free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n language(s)</source>
        <translation>
            <numerusform>in %n language</numerusform>
            <numerusform>in %n languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue already</source>
        <translation>
            <numerusform>%n in the queue already</numerusform>
            <numerusform>%n in the queue already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this computer already</source>
        <translation>
            <numerusform>%n on this computer already</numerusform>
            <numerusform>%n on this computer already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a replay</source>
        <translation>
            <numerusform>%n without a replay</numerusform>
            <numerusform>%n without a replay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) added</source>
        <translation>
            <numerusform>%n replay added</numerusform>
            <numerusform>%n replays added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were there already</source>
        <translation>
            <numerusform>%n was there already</numerusform>
            <numerusform>%n were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has/have no replay</source>
        <translation>
            <numerusform>%n has no replay</numerusform>
            <numerusform>%n have no replay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) saved</source>
        <translation>
            <numerusform>%n replay saved</numerusform>
            <numerusform>%n replays saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) paused</source>
        <translation>
            <numerusform>%n replay paused</numerusform>
            <numerusform>%n replays paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) downloading</source>
        <translation>
            <numerusform>%n replay downloading</numerusform>
            <numerusform>%n replays downloading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) waiting</source>
        <translation>
            <numerusform>%n replay waiting</numerusform>
            <numerusform>%n replays waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be opened at once.</source>
        <translation>
            <numerusform>%n more cannot be opened at once.</numerusform>
            <numerusform>%n more cannot be opened at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>osu! has no replay of these %n score(s).</source>
        <translation>
            <numerusform>osu! has no replay of these %n score.</numerusform>
            <numerusform>osu! has no replay of these %n scores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} and %n other(s) cannot be read.</source>
        <translation>
            <numerusform>{file} and %n other cannot be read.</numerusform>
            <numerusform>{file} and %n others cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay file(s) in {path} cannot be listed: the name is not valid Unicode.</source>
        <translation>
            <numerusform>%n replay file in {path} cannot be listed: the name is not valid Unicode.</numerusform>
            <numerusform>%n replay files in {path} cannot be listed: the name is not valid Unicode.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {noun} is/are damaged</source>
        <translation>
            <numerusform>%n of {noun} is damaged</numerusform>
            <numerusform>%n of {noun} are damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) from {first} to {last}, at the end {told}. Left and Right read one after the other.</source>
        <translation>
            <numerusform>%n point from {first} to {last}, at the end {told}. Left and Right read one after the other.</numerusform>
            <numerusform>%n points from {first} to {last}, at the end {told}. Left and Right read one after the other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n press(es) and misses, {missed} of them missed. Left and Right read one after the other, Enter goes there.</source>
        <translation>
            <numerusform>%n press, {missed} of it missed. Left and Right read one after the other, Enter goes there.</numerusform>
            <numerusform>%n presses and misses, {missed} of them missed. Left and Right read one after the other, Enter goes there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) loaded</source>
        <translation>
            <numerusform>%n comment loaded</numerusform>
            <numerusform>%n comments loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n row(s) are written to {path}.</source>
        <translation>
            <numerusform>{count} of %n row are written to {path}.</numerusform>
            <numerusform>{count} of %n rows are written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written to {path}.</source>
        <translation>
            <numerusform>%n row is written to {path}.</numerusform>
            <numerusform>%n rows are written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n loaded row(s)</source>
        <translation>
            <numerusform>{count} of %n loaded row</numerusform>
            <numerusform>{count} of %n loaded rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s) are loaded.</source>
        <translation>
            <numerusform>The one row is loaded.</numerusform>
            <numerusform>All %n rows are loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n &amp;replay(s) over each other</source>
        <translation>
            <numerusform>Open %n &amp;replay</numerusform>
            <numerusform>Open %n &amp;replays over each other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n replay(s)</source>
        <translation>
            <numerusform>&amp;Save %n replay</numerusform>
            <numerusform>&amp;Save %n replays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are marked as seen.</source>
        <translation>
            <numerusform>%n beatmap is marked as seen.</numerusform>
            <numerusform>%n beatmaps are marked as seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are no longer marked as seen.</source>
        <translation>
            <numerusform>%n beatmap is no longer marked as seen.</numerusform>
            <numerusform>%n beatmaps are no longer marked as seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are marked as liked.</source>
        <translation>
            <numerusform>%n beatmap is marked as liked.</numerusform>
            <numerusform>%n beatmaps are marked as liked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are no longer marked as liked.</source>
        <translation>
            <numerusform>%n beatmap is no longer marked as liked.</numerusform>
            <numerusform>%n beatmaps are no longer marked as liked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are hidden.</source>
        <translation>
            <numerusform>%n beatmap is hidden.</numerusform>
            <numerusform>%n beatmaps are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) are shown again.</source>
        <translation>
            <numerusform>%n beatmap is shown again.</numerusform>
            <numerusform>%n beatmaps are shown again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this computer</source>
        <translation>
            <numerusform>%n on this computer</numerusform>
            <numerusform>%n on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved · %n new</source>
        <translation>
            <numerusform>Saved · %n new</numerusform>
            <numerusform>Saved · %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loaded</source>
        <translation>
            <numerusform>%n loaded</numerusform>
            <numerusform>%n loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by filters here</source>
        <translation>
            <numerusform>%n hidden by filters here</numerusform>
            <numerusform>%n hidden by filters here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n searches merged</source>
        <translation>
            <numerusform>%n search merged</numerusform>
            <numerusform>%n searches merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is new in %n search(es) could not be asked: {text}</source>
        <translation>
            <numerusform>What is new in a search could not be asked: {text}</numerusform>
            <numerusform>What is new in %n searches could not be asked: {text}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the numbers of &amp;all %n difficulties</source>
        <translation>
            <numerusform>Copy the number of &amp;all %n difficulty</numerusform>
            <numerusform>Copy the numbers of &amp;all %n difficulties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among %n discussion(s).</source>
        <translation>
            <numerusform>This looked among %n discussion.</numerusform>
            <numerusform>This looked among %n discussions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) loaded</source>
        <translation>
            <numerusform>%n event loaded</numerusform>
            <numerusform>%n events loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discussion(s)</source>
        <translation>
            <numerusform>%n discussion</numerusform>
            <numerusform>%n discussions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discussion(s) loaded so far</source>
        <translation>
            <numerusform>%n discussion loaded so far</numerusform>
            <numerusform>%n discussions loaded so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n discussion(s)</source>
        <translation>
            <numerusform>{shown} of %n discussion</numerusform>
            <numerusform>{shown} of %n discussions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n discussion(s) loaded so far</source>
        <translation>
            <numerusform>{shown} of %n discussion loaded so far</numerusform>
            <numerusform>{shown} of %n discussions loaded so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s):</source>
        <translation>
            <numerusform>%n change:</numerusform>
            <numerusform>%n changes:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>The first</numerusform>
            <numerusform>The first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>The one</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaderboards, one after another</source>
        <translation>
            <numerusform>%n leaderboard</numerusform>
            <numerusform>%n leaderboards, one after another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n scores</source>
        <translation>
            <numerusform>{shown} of %n score</numerusform>
            <numerusform>{shown} of %n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>merged from %n leaderboards</source>
        <translation>
            <numerusform>from %n leaderboard</numerusform>
            <numerusform>merged from %n leaderboards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget all %n places that you have seen? It cannot be undone.</source>
        <translation>
            <numerusform>Forget the one place that you have seen? It cannot be undone.</numerusform>
            <numerusform>Forget all %n places that you have seen? It cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n bookmarks.</source>
        <translation>
            <numerusform>Removed %n bookmark.</numerusform>
            <numerusform>Removed %n bookmarks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgot %n places seen lately.</source>
        <translation>
            <numerusform>Forgot %n place seen lately.</numerusform>
            <numerusform>Forgot %n places seen lately.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were left out: not understood, there twice, or no room.</source>
        <translation>
            <numerusform>One entry was left out: not understood, there twice, or no room.</numerusform>
            <numerusform>%n entries were left out: not understood, there twice, or no room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) seen lately</source>
        <translation>
            <numerusform>%n place seen lately</numerusform>
            <numerusform>%n places seen lately</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked beatmap set(s)</source>
        <translation>
            <numerusform>%n marked beatmap set</numerusform>
            <numerusform>%n marked beatmap sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved search(es)</source>
        <translation>
            <numerusform>%n saved search</numerusform>
            <numerusform>%n saved searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are bookmarked.</source>
        <translation>
            <numerusform>It is bookmarked.</numerusform>
            <numerusform>%n are bookmarked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks are selected.</source>
        <translation>
            <numerusform>%n bookmark is selected.</numerusform>
            <numerusform>%n bookmarks are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) loaded</source>
        <translation>
            <numerusform>%n build loaded</numerusform>
            <numerusform>%n builds loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>osu! lists %n room(s) at most</source>
        <translation>
            <numerusform>osu! lists %n room at most</numerusform>
            <numerusform>osu! lists %n rooms at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new score(s)</source>
        <translation>
            <numerusform>%n new score</numerusform>
            <numerusform>%n new scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n score(s)</source>
        <translation>
            <numerusform>{shown} of %n score</numerusform>
            <numerusform>{shown} of %n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s)</source>
        <translation>
            <numerusform>%n score</numerusform>
            <numerusform>%n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) of the author</source>
        <translation>
            <numerusform>%n post of the author</numerusform>
            <numerusform>%n posts of the author</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>osu! sends packs without them: this takes %n request(s)</source>
        <translation>
            <numerusform>osu! sends packs without them: this takes %n request</numerusform>
            <numerusform>osu! sends packs without them: this takes %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy all %n ids</source>
        <translation>
            <numerusform>Copy the %n id</numerusform>
            <numerusform>Copy all %n ids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save all %n ids …</source>
        <translation>
            <numerusform>Save the %n id …</numerusform>
            <numerusform>Save all %n ids …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the %n ids that are not on this computer</source>
        <translation>
            <numerusform>Copy the %n id that is not on this computer</numerusform>
            <numerusform>Copy the %n ids that are not on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s) of beatmapsets.</source>
        <translation>
            <numerusform>Copied %n id of beatmapsets.</numerusform>
            <numerusform>Copied %n ids of beatmapsets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) in both lists</source>
        <translation>
            <numerusform>%n beatmap in both lists</numerusform>
            <numerusform>%n beatmaps in both lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap(s) in both lists so far</source>
        <translation>
            <numerusform>%n beatmap in both lists so far</numerusform>
            <numerusform>%n beatmaps in both lists so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without a score: “{line}”</source>
        <translation>
            <numerusform>%n line without a score: “{line}”</numerusform>
            <numerusform>%n lines without a score: “{line}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n replay(s) to the queue</source>
        <translation>
            <numerusform>Add %n replay to the queue</numerusform>
            <numerusform>Add %n replays to the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) found</source>
        <translation>
            <numerusform>%n replay found</numerusform>
            <numerusform>%n replays found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n score(s) found</source>
        <translation>
            <numerusform>%n score found</numerusform>
            <numerusform>%n scores found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no replay on osu!</source>
        <translation>
            <numerusform>%n has no replay on osu!</numerusform>
            <numerusform>%n have no replay on osu!</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s)</source>
        <translation>
            <numerusform>%n more folder</numerusform>
            <numerusform>%n more folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n replay(s)</source>
        <translation>
            <numerusform>{shown} of %n replay</numerusform>
            <numerusform>{shown} of %n replays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renamed %n replay(s).</source>
        <translation>
            <numerusform>Renamed %n replay.</numerusform>
            <numerusform>Renamed %n replays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files keep their names.</source>
        <translation>
            <numerusform>%n file keeps its name.</numerusform>
            <numerusform>%n files keep their names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replays go to the trash.</source>
        <translation>
            <numerusform>%n replay goes to the trash.</numerusform>
            <numerusform>%n replays go to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for replays: %n so far</source>
        <translation>
            <numerusform>Looking for replays: %n so far</numerusform>
            <numerusform>Looking for replays: %n so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The analysis is paused: %n replay(s) to go</source>
        <translation>
            <numerusform>The analysis is paused: %n replay to go</numerusform>
            <numerusform>The analysis is paused: %n replays to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Analysing: %n replay(s) to go</source>
        <translation>
            <numerusform>Analysing: %n replay to go</numerusform>
            <numerusform>Analysing: %n replays to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The beatmap files of %n replays are not on this computer.</source>
        <translation>
            <numerusform>The beatmap file of %n replay is not on this computer.</numerusform>
            <numerusform>The beatmap files of %n replays are not on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n file(s)</source>
        <translation>
            <numerusform>Rename %n file</numerusform>
            <numerusform>Rename %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) paused.</source>
        <translation>
            <numerusform>%n replay paused.</numerusform>
            <numerusform>%n replays paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n replays in the queue</source>
        <translation>
            <numerusform>{shown} of %n replay in the queue</numerusform>
            <numerusform>{shown} of %n replays in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) in the queue</source>
        <translation>
            <numerusform>%n replay in the queue</numerusform>
            <numerusform>%n replays in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen</source>
        <comment>beatmap sets</comment>
        <translation>
            <numerusform>%n seen</numerusform>
            <numerusform>%n seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n liked</source>
        <comment>beatmap sets</comment>
        <translation>
            <numerusform>%n liked</numerusform>
            <numerusform>%n liked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <comment>beatmap sets</comment>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmap set(s)</source>
        <translation>
            <numerusform>%n beatmap set</numerusform>
            <numerusform>%n beatmap sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difficulties</source>
        <translation>
            <numerusform>%n difficulty</numerusform>
            <numerusform>%n difficulties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread change(s)</source>
        <translation>
            <numerusform>%n unread change</numerusform>
            <numerusform>%n unread changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)/min</source>
        <translation>
            <numerusform>%n request/min</numerusform>
            <numerusform>%n requests/min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) are in the replay library now.</source>
        <translation>
            <numerusform>%n folder is in the replay library now.</numerusform>
            <numerusform>%n folders are in the replay library now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) are in the library now.</source>
        <translation>
            <numerusform>The replay is in the library now.</numerusform>
            <numerusform>%n replays are in the library now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filters here hide all %n row(s) that are loaded.</source>
        <translation>
            <numerusform>The filters here hide the only row that is loaded.</numerusform>
            <numerusform>The filters here hide all %n rows that are loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with “{needle}”</source>
        <translation>
            <numerusform>%n row with “{needle}”</numerusform>
            <numerusform>%n rows with “{needle}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed page(s) to load again</source>
        <translation>
            <numerusform>%n failed page to load again</numerusform>
            <numerusform>%n failed pages to load again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n row(s) are loaded.</source>
        <translation>
            <numerusform>{count} of %n row are loaded.</numerusform>
            <numerusform>{count} of %n rows are loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are loaded.</source>
        <translation>
            <numerusform>%n row is loaded.</numerusform>
            <numerusform>%n rows are loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among all %n row(s)</source>
        <translation>
            <numerusform>among %n row</numerusform>
            <numerusform>among all %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among the {loaded} loaded of %n row(s)</source>
        <translation>
            <numerusform>among the {loaded} loaded of %n row</numerusform>
            <numerusform>among the {loaded} loaded of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among the %n loaded row(s)</source>
        <translation>
            <numerusform>among the %n loaded row</numerusform>
            <numerusform>among the %n loaded rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among all %n row(s).</source>
        <translation>
            <numerusform>This looked among %n row.</numerusform>
            <numerusform>This looked among all %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among the {loaded} loaded of %n row(s).</source>
        <translation>
            <numerusform>This looked among the {loaded} loaded of %n row.</numerusform>
            <numerusform>This looked among the {loaded} loaded of %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looked among the %n loaded row(s).</source>
        <translation>
            <numerusform>This looked among the %n loaded row.</numerusform>
            <numerusform>This looked among the %n loaded rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n checked in the last hour</source>
        <translation>
            <numerusform>{count} of %n checked in the last hour</numerusform>
            <numerusform>{count} of %n checked in the last hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be checked</source>
        <translation>
            <numerusform>%n could not be checked</numerusform>
            <numerusform>%n could not be checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n second(s)</source>
        <translation>
            <numerusform>next in %n second</numerusform>
            <numerusform>next in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next in %n minute(s)</source>
        <translation>
            <numerusform>next in %n minute</numerusform>
            <numerusform>next in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more play(s)</source>
        <translation>
            <numerusform>%n more play</numerusform>
            <numerusform>%n more plays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up %n rank(s) to {after}</source>
        <translation>
            <numerusform>Up %n rank to {after}</numerusform>
            <numerusform>Up %n ranks to {after}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Down %n rank(s) to {after}</source>
        <translation>
            <numerusform>Down %n rank to {after}</numerusform>
            <numerusform>Down %n ranks to {after}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updated %n time(s): {title}</source>
        <translation>
            <numerusform>Updated: {title}</numerusform>
            <numerusform>Updated %n times: {title}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s), the newest by {said}</source>
        <translation>
            <numerusform>%n new comment, by {said}</numerusform>
            <numerusform>%n new comments, the newest by {said}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new beatmapset(s): {titles}</source>
        <translation>
            <numerusform>%n new beatmapset: {titles}</numerusform>
            <numerusform>%n new beatmapsets: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beatmapset(s) not found any more: {titles}</source>
        <translation>
            <numerusform>%n beatmapset not found any more: {titles}</numerusform>
            <numerusform>%n beatmapsets not found any more: {titles}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new game(s)</source>
        <translation>
            <numerusform>%n new game</numerusform>
            <numerusform>%n new games</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The match has ended after %n game(s)</source>
        <translation>
            <numerusform>The match has ended after %n game</numerusform>
            <numerusform>The match has ended after %n games</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page was edited, %n character(s) longer</source>
        <translation>
            <numerusform>The page was edited, %n character longer</numerusform>
            <numerusform>The page was edited, %n characters longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page was edited, %n character(s) shorter</source>
        <translation>
            <numerusform>The page was edited, %n character shorter</numerusform>
            <numerusform>The page was edited, %n characters shorter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n play(s) left the list</source>
        <translation>
            <numerusform>%n play left the list</numerusform>
            <numerusform>%n plays left the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new play(s)</source>
        <comment>of a best list</comment>
        <translation>
            <numerusform>%n new play</numerusform>
            <numerusform>%n new plays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s), as seen on {day}</source>
        <translation>
            <numerusform>The first place, as seen on {day}</numerusform>
            <numerusform>The first %n places, as seen on {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>plays of a best list</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fell out</source>
        <comment>plays of a best list</comment>
        <translation>
            <numerusform>%n fell out</numerusform>
            <numerusform>%n fell out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n medal(s)</source>
        <translation>
            <numerusform>%n medal</numerusform>
            <numerusform>%n medals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pace: the median of the slopes between all pairs of days that were seen here (Theil-Sen). The interval holds nine of ten such estimates; it comes from the scatter of the days. At least %n day(s) are needed.</source>
        <translation>
            <numerusform>Pace: the median of the slopes between all pairs of days that were seen here (Theil-Sen). The interval holds nine of ten such estimates; it comes from the scatter of the days. At least %n day is needed.</numerusform>
            <numerusform>Pace: the median of the slopes between all pairs of days that were seen here (Theil-Sen). The interval holds nine of ten such estimates; it comes from the scatter of the days. At least %n days are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %n day(s) that were seen here</source>
        <translation>
            <numerusform>From %n day that were seen here</numerusform>
            <numerusform>From %n days that were seen here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s) or later</source>
        <translation>
            <numerusform>in %n year or later</numerusform>
            <numerusform>in %n years or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s) or later</source>
        <translation>
            <numerusform>in %n day or later</numerusform>
            <numerusform>in %n days or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n year(s)</source>
        <translation>
            <numerusform>in about %n year</numerusform>
            <numerusform>in about %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>in about %n day</numerusform>
            <numerusform>in about %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {first} to %n year(s)</source>
        <translation>
            <numerusform>in {first} to %n year</numerusform>
            <numerusform>in {first} to %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {first} to %n day(s)</source>
        <translation>
            <numerusform>in {first} to %n day</numerusform>
            <numerusform>in {first} to %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At both estimates: in %n day(s).</source>
        <translation>
            <numerusform>At both estimates: in %n day.</numerusform>
            <numerusform>At both estimates: in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>too little is known (%n day(s))</source>
        <translation>
            <numerusform>too little is known (%n day)</numerusform>
            <numerusform>too little is known (%n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paces are known once these ranks were seen on %n day(s)</source>
        <translation>
            <numerusform>paces are known once these ranks were seen on %n day</numerusform>
            <numerusform>paces are known once these ranks were seen on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file of the history was damaged. What could be read of it, %n entries, is in a new file; the damaged one is {name}.</source>
        <translation>
            <numerusform>The file of the history was damaged. What could be read of it, one entry, is in a new file; the damaged one is {name}.</numerusform>
            <numerusform>The file of the history was damaged. What could be read of it, %n entries, is in a new file; the damaged one is {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>events of a day</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known day(s) from {first} to {last}, at the end {told}. Left and Right read one after the other, + and - zoom.</source>
        <translation>
            <numerusform>%n known day from {first} to {last}, at the end {told}. Left and Right read one after the other, + and - zoom.</numerusform>
            <numerusform>%n known days from {first} to {last}, at the end {told}. Left and Right read one after the other, + and - zoom.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n new row(s).</source>
        <translation>
            <numerusform>Imported: %n new row.</numerusform>
            <numerusform>Imported: %n new rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were known.</source>
        <translation>
            <numerusform>%n row was known.</numerusform>
            <numerusform>%n rows were known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read.</source>
        <translation>
            <numerusform>%n row could not be read.</numerusform>
            <numerusform>%n rows could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Follow %n of these</source>
        <translation>
            <numerusform>&amp;Follow %n of these</numerusform>
            <numerusform>&amp;Follow %n of these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>unread changes</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n of what is followed: show all</source>
        <translation>
            <numerusform>Only %n of what is followed: show all</numerusform>
            <numerusform>Only %n of what is followed: show all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are marked as read.</source>
        <translation>
            <numerusform>%n change is marked as read.</numerusform>
            <numerusform>%n changes are marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are not followed any more.</source>
        <translation>
            <numerusform>One is not followed any more.</numerusform>
            <numerusform>%n are not followed any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Unfollow these %n</source>
        <translation>
            <numerusform>&amp;Unfollow these %n</numerusform>
            <numerusform>&amp;Unfollow these %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n loaded change(s)</source>
        <translation>
            <numerusform>{count} of %n loaded change</numerusform>
            <numerusform>{count} of %n loaded changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newest change(s), more as you scroll</source>
        <translation>
            <numerusform>%n newest change, more as you scroll</numerusform>
            <numerusform>%n newest changes, more as you scroll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n followed</source>
        <translation>
            <numerusform>{count} of %n followed</numerusform>
            <numerusform>{count} of %n followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n followed</source>
        <translation>
            <numerusform>%n followed</numerusform>
            <numerusform>%n followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among %n loaded rank(s)</source>
        <translation>
            <numerusform>among %n loaded rank</numerusform>
            <numerusform>among %n loaded ranks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pace of %n day(s)</source>
        <translation>
            <numerusform>Pace of %n day</numerusform>
            <numerusform>Pace of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} players take about %n minute(s) to go round.</source>
        <translation>
            <numerusform>{count} players take about a minute to go round.</numerusform>
            <numerusform>{count} players take about %n minutes to go round.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n player(s)</source>
        <comment>snapshots of players</comment>
        <translation>
            <numerusform>%n player</numerusform>
            <numerusform>%n players</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known day(s)</source>
        <translation>
            <numerusform>%n known day</numerusform>
            <numerusform>%n known days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s) of the demo are being looked at: histories fill up.</source>
        <translation>
            <numerusform>The last day of the demo is being looked at: histories fill up.</numerusform>
            <numerusform>The last %n days of the demo are being looked at: histories fill up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The demo has a history of %n day(s) now.</source>
        <translation>
            <numerusform>The demo has a history of %n day now.</numerusform>
            <numerusform>The demo has a history of %n days now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n things can be followed.</source>
        <translation>
            <numerusform>At most one thing can be followed.</numerusform>
            <numerusform>At most %n things can be followed.</numerusform>
        </translation>
    </message>
</context>
</TS>
