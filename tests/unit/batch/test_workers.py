"""Tasks in processes of their own: one that crashes, hangs or fails costs itself alone."""

from __future__ import annotations

from clausecheck.batch.workers import Done, run


def ends(tasks: list[str], jobs: int = 2, time_limit: float = 60) -> dict[int, Done[object]]:
    # `eval` is the work, because a worker can import it: each task says in Python what befalls it.
    return {done.index: done for done in run(eval, tasks, jobs=jobs, time_limit=time_limit)}


def test_every_task_is_answered() -> None:
    done = ends([str(number) for number in range(7)])
    assert {index: one.answer for index, one in done.items()} == {number: number for number in range(7)}


def test_a_crash_costs_the_task_that_crashed_alone() -> None:
    done = ends(["1", "__import__('os').abort()", "2", "__import__('os')._exit(7)", "3"])
    assert [done[index].ending for index in range(5)] == ["answered", "crashed", "answered", "crashed", "answered"]
    assert "SIGABRT" in done[1].error
    assert "exit code 7" in done[3].error
    assert {done[1].exit_code, done[3].exit_code} == {3}


def test_a_task_over_the_time_limit_is_ended() -> None:
    done = ends(["__import__('time').sleep(600)", "1"], jobs=1, time_limit=3)
    assert done[0].ending == "late"
    assert "--time-limit" in done[0].error
    assert done[1].answer == 1


def test_errors_say_what_they_are() -> None:
    done = ends(["1/0", "(_ for _ in ()).throw(__import__('clausecheck').errors.EncryptedError('needs a password'))"])
    assert done[0].ending == "failed"
    assert "ZeroDivisionError" in done[0].error
    assert done[1].ending == "refused"
    assert done[1].error == "needs a password"


def test_no_tasks_no_processes() -> None:
    assert ends([]) == {}
