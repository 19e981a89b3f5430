// What every page gets beyond its HTML. Each module looks for its own marks and does nothing without them.
import { editors } from "./editor.js";
import { keepDrafts } from "./drafts/keep.js";
import { keepOnServer } from "./drafts/server.js";
import { completeMembers } from "./mentions.js";
import { closeMenus } from "./menus.js";
import { previews } from "./preview.js";
import { proofs } from "./proof.js";
import { quotes } from "./quote.js";
import { offerSimilar } from "./similar.js";
import { shortcuts } from "./shortcuts.js";
import { localTimes } from "./times.js";
import { watchUnread } from "./unread.js";

keepDrafts();
keepOnServer();
editors();
previews();
completeMembers();
quotes();
proofs();
closeMenus();
localTimes();
watchUnread();
offerSimilar();
shortcuts();
