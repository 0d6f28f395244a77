// The methods of osu-web.js.

export async function start({ Auth, Client, LegacyClient }, settings) {
    const auth = new Auth(settings.id, settings.secret, settings.callback);
    const grant = auth.authorizationCodeGrant(settings.scopes);
    const guest = await auth.clientCredentialsGrant(["public"]);
    const first = await grant.requestToken(settings.code);
    const second = await grant.refreshToken(first.refresh_token);
    const client = new Client(second.access_token);
    const old = new LegacyClient(settings.key);
    const parts = { client, old };
    for (const [name, part] of Object.entries(client)) {
        if (typeof part?.request === "function") parts[name] = part;
    }
    const shared = ["constructor", "request", "safeParse", "setAccessToken"];
    const methods = Object.entries(parts).flatMap(([part, object]) =>
        [...Object.getOwnPropertyNames(Object.getPrototypeOf(object)), ...Object.keys(object)]
            .filter((name) => typeof object[name] === "function" && !shared.includes(name))
            .filter((name) => name !== "fetch" && !name.endsWith("Base"))
            .map((name) => `${part}.${name}`),
    );
    const token = { guest: guest.token_type, refreshed: first.access_token !== second.access_token };
    const { beatmap, beatmapset, player } = settings;

    async function run(call) {
        const get = (name, ...parameters) => {
            const [part, method] = name.split(".");
            return call(name, () => parts[part][method](...parameters));
        };
        await get("beatmaps.lookupBeatmap", { query: { id: beatmap } });
        await get("beatmaps.getBeatmap", beatmap);
        await get("beatmaps.getBeatmaps", { query: { ids: [beatmap] } });
        await get("beatmaps.getBeatmapAttributes", beatmap, "osu", { body: { mods: ["HD"] } });
        const [best] = await get("beatmaps.getBeatmapTopScores", beatmap);
        await get("beatmaps.getBeatmapTopScoresV2", beatmap);
        await get("beatmaps.getBeatmapTopNonLegacyScores", beatmap);
        await get("beatmaps.getBeatmapTopNonLegacyScoresV2", beatmap);
        for (const name of ["UserScore", "UserScoreV2", "UserScores", "UserScoresV2"]) {
            await get(`beatmaps.getBeatmap${name}`, beatmap, best.user_id);
        }
        await get("beatmapsetDiscussions.getDiscussions");
        await get("beatmapsetDiscussions.getDiscussionPosts");
        await get("beatmapsetDiscussions.getDiscussionVotes");
        const { builds } = await get("changelog.getChangelogListing", { query: { stream: "lazer" } });
        await get("changelog.getChangelogBuild", "lazer", builds[0].version);
        await get("changelog.lookupChangelogBuild", "lazer");
        await get("chat.createPM", {
            body: { target_id: player, message: "hello", is_action: false, uuid: "an-id" },
        });
        await get("chat.createChannel", "PM", { body: { target_id: player } });
        const query = { commentable: { type: "beatmapset", id: beatmapset } };
        await get("comments.getComments", { query });
        await get("comments.getComment", 1);
        const made = await get("forum.createTopic", {
            body: { forum_id: 52, title: "Title", body: "Text" },
        });
        await get("forum.replyToTopic", made.topic.id, { body: { body: "More" } });
        await get("forum.getTopic", made.topic.id);
        await get("forum.updatePost", made.post.id, { body: { body: "Less" } });
        await get("forum.updateTopic", made.topic.id, { body: { forum_topic: { topic_title: "T" } } });
        await get("multiplayer.getPlaylistScores", settings.room, settings.item);
        const { news_posts } = await get("news.getNewsListing");
        await get("news.getNewsPost", news_posts[0].slug);
        await get("ranking.getRanking", "osu", "performance", { query: { country: "jp" } });
        await get("ranking.getSpotlights");
        await get("users.getSelf", { urlParams: { mode: "mania" } });
        await get("users.getUser", player);
        await get("users.getUsers", { query: { ids: [player] } });
        await get("users.getUserKudosu", settings.modder, { query: { limit: 50 } });
        await get("users.getUserRecentActivity", player);
        await get("users.getUserScores", player, "best");
        await get("users.getUserScoresV2", player, "best");
        await get("users.getUserBeatmaps", player, "most_played");
        await get("wiki.getWikiPage", "en", "Main_page");
        await get("client.search", { query: { mode: "user", query: "peppy" } });
        await get("client.getUndocumented", "tags");
        await get("old.getBeatmaps", { type: "beatmap", b: beatmap });
        await get("old.getUser", { type: "id", u: player });
        await get("old.getBeatmapScores", { b: beatmap });
        await get("old.getUserScores", "best", { type: "id", u: player });
        await get("old.getUserBestScores", { type: "id", u: player });
        await get("old.getUserRecentScores", { type: "id", u: best.user_id });
        await get("old.getMultiplayerLobby", { mp: settings.match });
        await get("old.getReplay", "beatmap", { b: 1776628, u: 3256299, type: "id" });
        await get("client.revokeToken");
    }

    return { token, methods, run };
}
