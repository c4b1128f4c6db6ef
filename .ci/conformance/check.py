"""The emulated Telegram as an independent client sees it.

    python check.py PATH_OF_THE_EXAMPLE_BINARY

Starts the binary (`cargo build --example telegram`), talks to it with python-telegram-bot, prints
`N passed, N failed`, and leaves with 1 if anything failed.
"""

import asyncio
import io
import json
import logging
import subprocess
import sys
import traceback
import urllib.error
import urllib.request

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

AMINA, TOMAS, VERA = 11, 22, 33


class Telegram:
    """The running emulator and its control surface."""

    def __init__(self, binary):
        self.process = subprocess.Popen([binary, "0"], stdout=subprocess.PIPE, text=True)
        self.about = json.loads(self.process.stdout.readline())

    def bot(self, token=None):
        return Bot(token or self.about["token"], base_url=self.about["url"] + "/bot")

    def control(self, verb, **wish):
        request = urllib.request.Request(
            f"{self.about['url']}/control/{verb}", json.dumps(wish).encode(), {"content-type": "application/json"}
        )
        try:
            return json.load(urllib.request.urlopen(request))
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    def screen(self, person):
        return self.control("screen", person=person)["messages"]

    def fresh(self):
        """A new Telegram in which Amina and Tomás have started the bot."""
        self.control("reset")
        for person, name in ((AMINA, "Amina"), (TOMAS, "Tomás"), (VERA, "Vera")):
            self.control("person", id=person, first_name=name, username=f"name_{person}", language_code="es")
        for person in (AMINA, TOMAS):
            self.control("says", person=person, text="/start")


async def refused(call, error, words):
    try:
        await call
    except error as raised:
        assert type(raised) is error, type(raised)
        assert words.lower() in str(raised).lower(), str(raised)
        return raised
    raise AssertionError(f"not refused: {words}")


async def updates(bot):
    """Everything queued, confirmed."""
    found, offset = [], None
    while page := await bot.get_updates(offset=offset, timeout=0, allowed_updates=Update.ALL_TYPES):
        found += page
        offset = page[-1].update_id + 1
    return found


async def the_bot_knows_itself(telegram, bot):
    me = await bot.get_me()
    assert me.is_bot and me.username == telegram.about["bot"] and me.can_read_all_group_messages is False
    await refused(telegram.bot("1:wrong").get_me(), InvalidToken, "Unauthorized")


async def updates_come_until_confirmed(telegram, bot):
    await updates(bot)
    telegram.control("says", person=AMINA, text="one")
    telegram.control("says", person=AMINA, text="two")
    first = await bot.get_updates(timeout=0)
    again = await bot.get_updates(timeout=0)
    assert [u.message.text for u in first] == ["one", "two"] == [u.message.text for u in again]
    rest = await bot.get_updates(offset=first[1].update_id, timeout=0)
    assert [u.message.text for u in rest] == ["two"]
    assert await bot.get_updates(offset=first[1].update_id + 1, timeout=0) == ()
    assert first[0].effective_user.language_code == "es" and first[0].message.chat.type == "private"


async def every_kind_is_read_by_the_library(telegram, bot):
    await updates(bot)
    kinds = "photo video animation audio document voice video_note sticker location contact poll dice".split()
    for kind in kinds:
        telegram.control("sends", person=AMINA, kind=kind, text="words")
    got = await updates(bot)
    for kind, update in zip(kinds, got, strict=True):
        assert getattr(update.message, kind), kind
        assert update.message.api_kwargs == {}, update.message.api_kwargs


async def a_long_poll_wakes_up_and_two_conflict(telegram, bot):
    await updates(bot)
    async with telegram.bot() as other:
        older = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.2)
        newer = asyncio.create_task(other.get_updates(timeout=10))
        await refused(older, Conflict, "terminated by other getUpdates")
        telegram.control("says", person=AMINA, text="awake")
        assert [u.message.text for u in await newer] == ["awake"]


async def html_becomes_entities(telegram, bot):
    html = '<b>Bon</b> <i>dia</i> &lt;3 <a href="https://x.org/">😀 link</a> <blockquote>q</blockquote>'
    sent = await bot.send_message(AMINA, html, "HTML", link_preview_options=LinkPreviewOptions(is_disabled=True))
    assert sent.text == "Bon dia <3 😀 link q"
    kinds = [(e.type, sent.parse_entity(e)) for e in sent.entities]
    assert kinds == [("bold", "Bon"), ("italic", "dia"), ("text_link", "😀 link"), ("blockquote", "q")]
    await refused(bot.send_message(AMINA, "<b>x", "HTML"), BadRequest, "can't parse entities: can't find end tag")
    given = await bot.send_message(AMINA, "😀 x", entities=[MessageEntity("bold", 3, 1)])
    assert given.parse_entity(given.entities[0]) == "x"


async def lengths_are_refused(telegram, bot):
    await refused(bot.send_message(AMINA, "x" * 4097), BadRequest, "message is too long")
    await refused(bot.send_message(AMINA, " "), BadRequest, "text must be non-empty")
    button = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="ñ" * 33)]])
    await refused(bot.send_message(AMINA, "x", reply_markup=button), BadRequest, "BUTTON_DATA_INVALID")
    await refused(bot.send_message(999, "x"), BadRequest, "chat not found")


async def a_tap_travels_both_ways(telegram, bot):
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes-1")]])
    sent = await bot.send_message(AMINA, "Did you talk?", reply_markup=button)
    await updates(bot)
    telegram.control("presses", person=AMINA, text="Yes")
    (update,) = await updates(bot)
    assert update.callback_query.data == "yes-1" and update.callback_query.message.message_id == sent.message_id
    assert await update.callback_query.answer("Thanks", show_alert=True)
    assert telegram.control("screen", person=AMINA)["toasts"][0]["text"] == "Thanks"
    telegram.control("time", advance_seconds=200)
    await refused(bot.answer_callback_query(update.callback_query.id), BadRequest, "query is too old")


async def a_reply_keyboard_writes_its_label(telegram, bot):
    await bot.send_message(AMINA, "menu", reply_markup=ReplyKeyboardMarkup([["🆘", "Menu"]], is_persistent=True))
    assert telegram.control("screen", person=AMINA)["keyboard"] == [["🆘", "Menu"]]
    telegram.control("presses", person=AMINA, text="🆘")
    assert (await updates(bot))[-1].message.text == "🆘"


async def copies_are_copies(telegram, bot):
    source = telegram.control("says", person=TOMAS, text="Hola")["message_id"]
    telegram.control("edits", person=TOMAS, message=source, text="Hola!")
    copy = await bot.copy_message(AMINA, TOMAS, source, protect_content=True)
    seen = telegram.screen(AMINA)[-1]
    assert (seen["id"], seen["text"], seen["protected"]) == (copy.message_id, "Hola!", True)
    answer = telegram.control("says", person=AMINA, text="Bom dia", reply_to=copy.message_id)["message_id"]
    reply = ReplyParameters(source, allow_sending_without_reply=True)
    await bot.copy_message(TOMAS, AMINA, answer, reply_parameters=reply)
    assert telegram.screen(TOMAS)[-1]["reply_to"] == source
    telegram.control("deletes", person=TOMAS, message=source)
    await refused(bot.copy_message(AMINA, TOMAS, source), BadRequest, "message to copy not found")
    both = await bot.copy_messages(TOMAS, AMINA, [answer - 1, answer])
    assert len(both) == 2
    forwarded = await bot.forward_message(TOMAS, AMINA, answer)
    assert forwarded.forward_origin.sender_user.id == AMINA


async def albums_are_copied_whole(telegram, bot):
    parts = [
        telegram.control("sends", person=TOMAS, kind="photo", album="a", text=text)["message_id"]
        for text in ("one", "two", "three")
    ]
    await refused(bot.copy_messages(AMINA, TOMAS, parts[::-1]), BadRequest, "strictly increasing")
    telegram.control("deletes", person=TOMAS, message=parts[1])
    copies = await bot.copy_messages(AMINA, TOMAS, parts, protect_content=True)
    seen = telegram.screen(AMINA)[-2:]
    assert [s["text"] for s in seen] == ["one", "three"] and [s["id"] for s in seen] == [c.message_id for c in copies]
    assert seen[0]["album"] == seen[1]["album"] is not None and seen[0]["protected"]
    assert await bot.delete_messages(AMINA, [copy.message_id for copy in copies])
    assert not [s for s in telegram.screen(AMINA) if s["copied"]]


async def files_are_exchanged(telegram, bot):
    await updates(bot)
    source = telegram.control("sends", person=TOMAS, kind="photo", text="one")["message_id"]
    copy = await bot.copy_message(AMINA, TOMAS, source)
    telegram.control("exchanges", person=TOMAS, message=source, kind="video", text="two")
    edited = (await updates(bot))[-1].edited_message
    media = InputMediaVideo(edited.video.file_id, caption=edited.caption)
    changed = await bot.edit_message_media(media, AMINA, copy.message_id)
    assert changed.video.file_unique_id == edited.video.file_unique_id and changed.caption == "two"
    await refused(bot.edit_message_media(media, AMINA, copy.message_id), BadRequest, "message is not modified")


async def quotes_stand_in_the_message(telegram, bot):
    await updates(bot)
    sent = await bot.send_message(AMINA, "Tuesday or Thursday?")
    telegram.control("quotes", person=AMINA, message=sent.message_id, quote="Thursday", text="that day")
    (update,) = await updates(bot)
    assert (update.message.quote.text, update.message.quote.position) == ("Thursday", 11)
    reply = ReplyParameters(sent.message_id, quote="Friday")
    await refused(bot.send_message(AMINA, "x", reply_parameters=reply), BadRequest, "QUOTE_TEXT_INVALID")


async def edits_change_and_notice_no_change(telegram, bot):
    sent = await bot.send_message(AMINA, "one")
    edited = await bot.edit_message_text("two", AMINA, sent.message_id)
    assert edited.text == "two" and edited.edit_date is not None
    await refused(bot.edit_message_text("two", AMINA, sent.message_id), BadRequest, "message is not modified")
    await refused(bot.edit_message_text("x", AMINA, 1), BadRequest, "message to edit not found")
    assert await bot.delete_message(AMINA, sent.message_id)
    await refused(bot.delete_message(AMINA, sent.message_id), BadRequest, "message to delete not found")


async def who_blocks_is_forbidden(telegram, bot):
    telegram.control("blocks", person=AMINA)
    await refused(bot.send_message(AMINA, "x"), Forbidden, "bot was blocked by the user")
    telegram.control("deactivates", person=TOMAS)
    await refused(bot.send_message(TOMAS, "x"), Forbidden, "user is deactivated")
    (told,) = [u for u in await updates(bot) if u.my_chat_member]
    assert told.my_chat_member.new_chat_member.status == "kicked"


async def too_fast_is_retry_after(telegram, bot):
    telegram.control("fault", fault={"too_many": {"seconds": 7}}, methods=["sendMessage"], times=1)
    await refused(bot.send_message(AMINA, "x"), RetryAfter, "Retry in 7 seconds")
    telegram.control("limits", overall=30, burst=30, per_chat=1, chat_burst=2, group_per_minute=20)
    await bot.send_message(AMINA, "x")
    await bot.send_message(AMINA, "x")
    await refused(bot.send_message(AMINA, "x"), RetryAfter, "Retry in 1 seconds")


async def a_broken_network_is_a_network_error(telegram, bot):
    before = len(telegram.screen(AMINA))
    for fault in ("cut_before", "cut_after", "truncated", {"page": {"status": 502}}):
        telegram.control("fault", fault=fault, methods=["sendMessage"], times=1)
        try:
            await bot.send_message(AMINA, "x")
        except NetworkError as raised:
            assert not isinstance(raised, BadRequest)
        except Exception as raised:  # the library has no word of its own for half an answer
            assert fault == "truncated" and "Invalid server response" in str(raised), raised
        else:
            raise AssertionError(f"{fault} went unnoticed")
    assert len(telegram.screen(AMINA)) == before + 2


async def a_moved_group_says_where(telegram, bot):
    group = telegram.control("group", id=55, title="Team", by=VERA, migrates=True)
    raised = await refused(bot.send_message(group["id"], "x"), ChatMigrated, "Group migrated to supergroup")
    assert raised.new_chat_id == group["moved_to"]
    assert (await bot.get_chat(group["moved_to"])).title == "Team"
    told = [u.message.migrate_to_chat_id for u in await updates(bot) if u.message]
    assert group["moved_to"] in told


async def topics_are_made_and_missed(telegram, bot):
    team = telegram.control("group", id=9, title="Team", by=VERA, forum=True)["id"]
    topic = await bot.create_forum_topic(team, "Case 1")
    sent = await bot.send_message(team, "card", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message and await bot.pin_chat_message(team, sent.message_id)
    assert await bot.edit_forum_topic(team, topic.message_thread_id, "Case 1, closed")
    assert await bot.close_forum_topic(team, topic.message_thread_id)
    await refused(bot.send_message(team, "x", message_thread_id=1), BadRequest, "message thread not found")
    me = await bot.get_chat_member(team, (await bot.get_me()).id)
    assert me.status == "administrator" and me.can_manage_topics and not me.can_promote_members


async def files_go_up_once_and_again_by_id(telegram, bot):
    file = io.BytesIO(b"\x89PNG not really")
    sent = await bot.send_photo(AMINA, file, "<i>QR</i>", parse_mode="HTML", filename="qr.png")
    assert sent.caption == "QR" and sent.photo[-1].file_id
    again = await bot.send_photo(TOMAS, sent.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    await refused(bot.send_photo(AMINA, "x", "y" * 1025), BadRequest, "caption is too long")
    document = await bot.send_document(AMINA, io.BytesIO(b"a,b\n"), filename="pairs.csv")
    assert document.document.file_name == "pairs.csv"


async def commands_are_kept_by_scope_and_language(telegram, bot):
    assert await bot.set_my_commands([BotCommand("help", "Ayuda")], language_code="es")
    assert await bot.set_my_commands([BotCommand("pairs", "Pairs")], scope=BotCommandScopeChat(AMINA))
    assert await bot.get_my_commands(language_code="es") == (BotCommand("help", "Ayuda"),)
    assert await bot.get_my_commands(scope=BotCommandScopeChat(AMINA)) == (BotCommand("pairs", "Pairs"),)
    assert await bot.get_my_commands() == ()
    await refused(bot.set_my_commands([BotCommand("Help", "x")]), BadRequest, "BOT_COMMAND_INVALID")
    refusal = bot.set_my_commands([BotCommand("help", "x")], language_code="ckb")
    await refused(refusal, BadRequest, "invalid language code")


async def reactions_are_from_the_list(telegram, bot):
    await updates(bot)
    sent = await bot.send_message(AMINA, "x")
    assert await bot.set_message_reaction(AMINA, sent.message_id, ReactionTypeEmoji("👍"))
    await refused(bot.set_message_reaction(AMINA, sent.message_id, "🫠"), BadRequest, "reaction_invalid")
    telegram.control("reacts", person=AMINA, message=sent.message_id, text="🔥")
    (told,) = await updates(bot)
    assert told.message_reaction.new_reaction[0].emoji == "🔥"


CHECKS = [
    the_bot_knows_itself,
    updates_come_until_confirmed,
    every_kind_is_read_by_the_library,
    a_long_poll_wakes_up_and_two_conflict,
    html_becomes_entities,
    lengths_are_refused,
    a_tap_travels_both_ways,
    a_reply_keyboard_writes_its_label,
    copies_are_copies,
    albums_are_copied_whole,
    files_are_exchanged,
    quotes_stand_in_the_message,
    edits_change_and_notice_no_change,
    who_blocks_is_forbidden,
    too_fast_is_retry_after,
    a_broken_network_is_a_network_error,
    a_moved_group_says_where,
    topics_are_made_and_missed,
    files_go_up_once_and_again_by_id,
    commands_are_kept_by_scope_and_language,
    reactions_are_from_the_list,
]


async def main(binary):
    logging.disable(logging.CRITICAL)  # the library logs every answer it cannot read
    telegram = Telegram(binary)
    failed = 0
    try:
        for check in CHECKS:
            telegram.fresh()
            try:
                async with telegram.bot() as bot:
                    await asyncio.wait_for(check(telegram, bot), 30)
                    unknown = telegram.control("requests")["unknown"]
                    assert unknown == [], f"parameters that do not exist: {unknown}"
            except Exception:
                failed += 1
                print(f"FAILED {check.__name__}")
                traceback.print_exc()
    finally:
        telegram.process.terminate()
        telegram.process.wait()
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(asyncio.run(main(sys.argv[1])))
