import MirrorCore

/// What happens in the push track.
extension WizardState {
    static let packageDelay = 250

    // MARK: The package

    /// Another path is another package: what was known of the last one goes.
    mutating func checkPackage() -> [Effect] {
        let cancel = cancelListing()
        push.listing = .none
        push.listRow = 0
        push.look = nil
        guard !answers.push.source.trimmingBlanks.isEmpty else {
            push.file = .none
            return cancel
        }
        let request = nextRequest()
        push.file = .checking(request)
        return cancel + [.wake(.checkPackage(request), milliseconds: Self.packageDelay)]
    }

    mutating func packageChecked(_ request: RequestID, _ check: PackageCheck) {
        guard push.file == .checking(request) else { return }
        switch check {
        case .found(let glance): push.file = .checked(glance)
        case .failed(let phrase): push.file = .failed(phrase)
        }
    }

    /// Reads what is inside, from the beginning to the end of the package.
    mutating func listPackage() -> [Effect] {
        let path = answers.push.source.trimmingBlanks
        guard !path.isEmpty else { return [] }
        let cancel = cancelListing()
        let request = nextRequest()
        push.listing = .reading(request, nil)
        return cancel + [.listPackage(request, path: path)] + spinPush()
    }

    private mutating func cancelListing() -> [Effect] {
        guard case .reading(let request, _) = push.listing, push.running?.request != request else { return [] }
        return [.cancelListing]
    }

    mutating func packageRead(_ request: RequestID, _ reading: PackageReading) {
        guard isListing(request) else { return }
        push.listing = .reading(request, reading)
    }

    mutating func packageListed(_ request: RequestID, _ listing: PackageListing) {
        guard isListing(request) else { return }
        switch listing {
        case .listed(let list): push.listing = .listed(list)
        case .failed(let phrase): push.listing = .failed(phrase)
        }
    }

    /// A push reads the package, too, when nobody has before.
    private func isListing(_ request: RequestID) -> Bool {
        if case .reading(request, _) = push.listing { return true }
        return push.running?.request == request
            && push.running?.order.source == answers.push.source.trimmingBlanks
    }

    // MARK: Looking, pushing, reading back

    mutating func startPush(_ work: PushWork) -> [Effect] {
        guard push.running == nil, let order = pushOrder(work) else { return [] }
        let request = nextRequest()
        let run = PushRunState(request: request, order: order)
        if work == .dryRun { push.look = run } else { push.run = run }
        push.tab = work == .dryRun ? .waiting : .now
        push.row = 0
        return [.push(request, order)] + spinPush()
    }

    private mutating func spinPush() -> [Effect] { [.wake(.spinPush, milliseconds: Self.spinInterval)] }

    mutating func pushProgressed(_ request: RequestID, _ progress: PushProgress) {
        update(request) { run in
            if let known = run.progress, progress.isBehind(known) { return }
            run.progress = progress
        }
    }

    mutating func pushEnded(_ request: RequestID, _ end: PushEnd) -> [Effect] {
        guard push.running?.request == request else { return [] }
        // It is stopped here to go on elsewhere.
        if push.handingOver == request, end.kind == .stopped { return [] }
        let isOwn = push.running?.detached == nil
        update(request) { $0.phase = .ended(end) }
        if case .reading(request, _) = push.listing { push.listing = .none }
        if overlay?.page is StopPushQuestion { overlay = nil }
        if push.leavesAtEnd { return draftBeforeLeaving + [.quit(exitCode: 130)] }
        guard let run = push.run, run.request == request else { return [] }
        push.row = 0
        push.tab = run.progress.map { $0.failed > 0 } == true ? .failed : .all
        if step == .push { focus(0) }
        guard end.kind == .complete, !isChanged, isOwn else { return [] }
        // What was typed for it has done its work.
        return discardDraft()
    }

    private mutating func update(_ request: RequestID, _ body: (inout PushRunState) -> Void) {
        if push.look?.request == request, var run = push.look, run.isRunning {
            body(&run)
            push.look = run
        } else if push.run?.request == request, var run = push.run, run.isRunning {
            body(&run)
            push.run = run
        }
    }

    // MARK: Stopping

    /// Ends the push after the current chunk; asked a second time, in the middle of one.
    mutating func stopPush(leaves: Bool) -> [Effect] {
        overlay = nil
        guard let running = push.running else { return leaves ? draftBeforeLeaving + [.quit(exitCode: 130)] : [] }
        push.leavesAtEnd = push.leavesAtEnd || leaves
        if let number = running.detached {
            update(running.request) { $0.phase = .stopping }
            return [.stopDetachedPush(number)]
        }
        guard running.phase == .running else {
            return [.abortPush] + (leaves ? draftBeforeLeaving + [.quit(exitCode: 130)] : [])
        }
        update(running.request) { $0.phase = .stopping }
        return [.stopPush]
    }

    /// Only a push changes something at the other end, so only a push is asked about.
    var mustAskBeforeLeaving: Bool { push.running?.order.work == .push && push.running?.detached == nil }

    // MARK: Whether nodes will find what is sent

    package enum Cover: Equatable, Sendable {
        /// No list of the package, or no mirror in the cluster config file.
        case unknown
        case all
        /// Images that nodes would look for elsewhere.
        case lost([PackageItem])
    }

    /// What `--check-against` says of the opened file.
    package func pushCover(_ target: MirrorEndpoint) -> Cover {
        guard let config = clusterConfig, let list = push.list else { return .unknown }
        let mirrors = config.nodeMirrors
        guard !mirrors.isEmpty else { return .unknown }
        let cover = PushCover(mirrors: mirrors, target: target)
        let lost = list.images.filter { !cover.finds($0.registryHost) }
        return lost.isEmpty ? .all : .lost(lost)
    }
}

extension PushState {
    /// The one that runs; never two at a time.
    package var running: PushRunState? { [run, look].compactMap(\.self).first { $0.isRunning } }
}
