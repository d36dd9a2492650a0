"""How a method is said on paper: its passes, choices, small groups and charts."""

from collections.abc import Iterable, Iterator
from typing import Final

from intervisie_tui.domain.method import Chart, Fresh, Method
from intervisie_tui.domain.moment import Choose, Do, Groups, Module, Moment, Role, Step
from intervisie_tui.locale import N_, _, ngettext
from intervisie_tui.store.export.phrases import role_name, span

_DOES: Final[dict[Do, str]] = {
    "write": N_("write"),
    "judge": N_("judge"),
    "answer": N_("answer"),
    "pick": N_("choose"),
    "show": N_("look"),
}
"""What is done with a flip chart."""

_FRESH: Final[dict[Fresh, str]] = {
    "lap": N_("a new sheet each time"),
    "group": N_("a sheet for each small group"),
    "never": N_("the same sheet all the time"),
}


def about_step(step: Step) -> Iterator[str]:
    """How often it is done and for whom; nothing of what is done once."""
    if isinstance(step, Module) and step.any_time:
        yield _("at any moment")
    if step.each is not None:
        yield _for_each(step.each, step.as_)
    elif step.is_repeated:
        yield _("{number} times").format(number=span(step.times))


def about_moment(method: Method, moment: Moment) -> Iterator[str]:
    """What else may come of it, and with whom."""
    if moment.groups is not None:
        yield _groups(moment.groups)
    if moment.fill:
        yield _("roles given out here: {roles}").format(roles=_list(map(role_name, moment.fill)))
    if moment.choose is not None:
        yield _choice(method, moment.choose)
    if moment.detours:
        titles = _list(method.part(part).title for part in moment.detours)
        yield _("may come in between: {parts}").format(parts=titles)
    if moment.again:
        yield _("another round may be added")
    if moment.spare:
        yield _("time that is left goes to what comes next")


def about_chart(method: Method, moment: Moment) -> str:
    """Which chart hangs, what is done with it, and how much anybody puts on it when."""
    if moment.chart is None:
        return ""
    chart, do = method.chart(moment.chart), moment.do or "write"
    said = _("flip chart {name}: {do}").format(name=f"“{moment.chart}”", do=_(_DOES[do]))
    names = {"write": chart.columns, "judge": chart.labels, "answer": moment.only}.get(do)
    if names:
        said = f"{said} ({_list(names)})"
    return _list([said, *_sheets(method, chart)])


def _sheets(method: Method, chart: Chart) -> Iterator[str]:
    if chart.fresh is not None:
        yield _(_FRESH[chart.fresh])
    if chart.hidden_until is not None:
        step = method.part(chart.hidden_until).title
        yield _("not to be seen until “{step}”").format(step=step)
    if chart.quota is not None:
        most = ngettext("at most {number} line each", "at most {number} lines each", chart.quota)
        yield most.format(number=chart.quota)


def _for_each(each: Role, as_: Role | None) -> str:
    if as_ is None:
        said = {"everyone": N_("once for everybody"), "peers": N_("once for each of the others")}
        return _(said[each])
    said = {
        "everyone": N_("once for everybody, who is {role} then"),
        "peers": N_("once for each of the others, who is {role} then"),
    }
    return _(said[each]).format(role=role_name(as_))


def _groups(groups: Groups) -> str:
    if groups.size is not None:
        said = _("in small groups of {number}").format(number=groups.size)
    else:
        said = _("in {number} small groups").format(number=groups.count)
    if groups.of != "everyone":
        said = _("{who} {said}").format(who=role_name(groups.of), said=said)
    if groups.roles:
        roles = _list(map(role_name, groups.roles))
        said = _("{said}, with in each: {roles}").format(said=said, roles=roles)
    return said


def _choice(method: Method, choice: Choose) -> str:
    titles = _list(method.part(part).title for part in choice.from_)
    several = choice.by == "peers"
    says = (
        N_("{who} choose {number} of: {parts}")
        if several
        else N_("{who} chooses {number} of: {parts}")
    )
    return _(says).format(who=role_name(choice.by), number=span(choice.pick), parts=titles)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
