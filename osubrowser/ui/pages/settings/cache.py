"""Settings section: size limits and clearing of the caches on disk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from osubrowser.services.preference_effects import MEGABYTE
from osubrowser.services.settings import schema as form
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.pages.settings.rows import NumberField, SettingRow, button
from osubrowser.ui.pages.settings.section import SettingsSection

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from osubrowser.ui.pages.settings.section import SettingsParts

_COUNTING = tr("Counting …")


def in_megabytes(size: int) -> str:
    """Format a number of bytes, such as `12.3 MB`; 0 as the word `nothing`."""
    if size == 0:
        return tr("nothing", "bytes of a cache")
    megabytes = size / MEGABYTE
    if megabytes < 0.1:
        return tr("less than 0.1 MB")
    return (
        tr("{megabytes} MB").format(megabytes=numerals.decimal(megabytes, 1))
        if megabytes < 100
        else tr("{megabytes} MB").format(megabytes=numerals.whole(megabytes))
    )


def _kept(size: int) -> str:
    if not size:
        return tr("Nothing is kept.")
    words = in_megabytes(size)
    return tr("{megabytes} is kept.").format(megabytes=words[:1].upper() + words[1:])


class CacheSection(SettingsSection):
    """Section with a limit and a Clear button for responses and for pictures."""

    title = tr("Cache")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        least, most = form.SMALLEST_CACHE, form.LARGEST_CACHE
        self.answers = NumberField(
            tr("Most answers kept, in megabytes"), least, most, step=64, unit="MB"
        )
        self.clear_answers = button(tr("Clear", "empty a cache"), tr("Forget all answers"))
        self.answers_row = SettingRow(
            tr("Answers: no more than"), _COUNTING, (self.answers, self.clear_answers)
        )
        least, most = form.SMALLEST_PICTURES, form.LARGEST_PICTURES
        self.pictures = NumberField(
            tr("Most pictures kept, in megabytes"), least, most, step=64, unit="MB"
        )
        self.clear_pictures = button(tr("Clear", "empty a cache"), tr("Forget all pictures"))
        self.pictures_row = SettingRow(
            tr("Pictures: no more than"), _COUNTING, (self.pictures, self.clear_pictures)
        )
        self._lay_out(self.answers_row, 6, self.pictures_row)
        self.answers.valueChanged.connect(partial(parts.preferences.set, "memory_limit"))
        self.pictures.valueChanged.connect(partial(parts.preferences.set, "images_limit"))
        parts.effects.tidied.connect(self._on_effects_tidied)
        self.clear_answers.clicked.connect(lambda: self._clear("answers", self._forget_answers))
        self.clear_pictures.clicked.connect(lambda: self._clear("pictures", self._forget_pictures))

    def refresh(self) -> None:
        """Update the limits, and count the used space."""
        self.answers.setValue(self._parts.preferences.settings.memory_limit)
        self.pictures.setValue(self._parts.preferences.settings.images_limit)
        self._count()

    def finish(self) -> None:
        """Commit edited numbers."""
        self.answers.interpretText()
        self.pictures.interpretText()

    # --- used space ---------------------------------------------------------------------------

    def _count(self) -> None:
        self._scope.start(self._counted(), key="count")

    def _on_effects_tidied(self) -> None:
        if self.isVisible():
            self._count()

    async def _counted(self) -> None:
        parts = self._parts
        size = await parts.calls.run(parts.cache.size)
        problem = parts.cache.problem
        said = [
            _kept(size),
            tr("What you saw opens at once from it, and without a network, too."),
        ]
        if parts.account.is_demo:
            said.append(tr("What you see of the demo is not kept."))
        words = " ".join(said)
        self.answers_row.say(problem or words, "warning" if problem else "secondary")
        size = await parts.images.disk_use()
        self.pictures_row.say(_kept(size))

    # --- clearing -----------------------------------------------------------------------------

    def _clear(self, what: str, forget: Callable[[], Awaitable[str]]) -> None:
        async def clear() -> None:
            self._enable(False)
            try:
                sentence = await forget()
            finally:
                self._enable(True)
            self.message_requested.emit("good" if sentence else "warning", sentence or _NOT_ALL)
            self._count()

        self._scope.start(
            clear(),
            key="clear",
            on_error=lambda error: self.message_requested.emit("bad", describe(error).text),
        )

    async def _forget_answers(self) -> str:
        cache, calls = self._parts.cache, self._parts.calls
        before = await calls.run(cache.size)
        gone = await calls.run(cache.clear)
        return (
            tr("Forgotten: {megabytes} of answers.").format(megabytes=in_megabytes(before))
            if gone
            else ""
        )

    async def _forget_pictures(self) -> str:
        images = self._parts.images
        before = await images.disk_use()
        await images.clear()
        return tr("Forgotten: {megabytes} of pictures.").format(megabytes=in_megabytes(before))

    def _enable(self, enabled: bool) -> None:
        for one in (self.clear_answers, self.clear_pictures):
            had_focus = one.hasFocus()
            one.setEnabled(enabled)
            if had_focus and not enabled:
                self.setFocus()


_NOT_ALL = tr("Not all of it could be forgotten: the disk refused.")
