namespace Zhongshu.Platform.Organisation;

/// A unit was merged or abolished and another took over. Modules that keep open work by unit register one of these (scoped);
/// all are run in the transaction of the change itself, so that nothing is left with a unit that no longer is.
internal delegate Task UnitSucceeded(Unit gone, Unit successor, CancellationToken cancel);
