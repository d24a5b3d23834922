import Diagnosis
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Synchronization
import TerminalUI
import Texts
import Threads
import Wizard

/// Does what the reducer asks for and posts what came of it: the one switch over `Effect`.
///
/// Nothing here runs on the main thread: a slow disk or registry must not hold up a key.
final class EffectRunner: Sendable {
    private let sink: EventSink<Event>
    private let files = SerialWork("files")
    /// A draft does not wait for a slow file of somebody else.
    private let saving = SerialWork("drafts")
    private let drafts: DraftStore
    private let workspace = Mutex(Workspace())
    private let troubles: TroubleService
    private let jobs = WizardJobService()
    private let pushes = PushService()
    private let upgrades = ReadyService()
    private let probing = OnlyOne()
    private let others = OnlyOne()
    /// The newest edit; an older one that still waits in the queue is not worth its time.
    private let newestEdit = Atomic(0)

    init(sink: EventSink<Event>, drafts: DraftStore, sshConfig: String?) {
        self.drafts = drafts
        self.sink = sink
        troubles = TroubleService(sshConfig: sshConfig)
    }

    func run(_ effect: Effect) {
        switch effect {
        case .readClusterConfig(let request, let path):
            files.start { self.post(.clusterConfigRead(request, self.workspace.withLock { $0.read(path) })) }
        case .findClusterFiles(let request):
            // A large tree is not to keep the files waiting.
            blocking { self.post(.clusterFilesFound(request, FoundClusterFiles.below("."))) }
        case .completePath(let request, let prefix):
            files.start { self.post(.pathsCompleted(request, PathCompletion.candidates(for: prefix))) }
        case .edit(let request, let edit):
            newestEdit.store(request, ordering: .relaxed)
            files.start {
                guard self.newestEdit.load(ordering: .relaxed) == request else { return }
                self.post(.edited(request, self.workspace.withLock { $0.edit(edit, request: request) }))
            }
        case .write(let request, let edit, let breaksHardLink):
            files.start {
                self.post(
                    .written(request, self.workspace.withLock { $0.write(edit: edit, breaksHardLink: breaksHardLink) })
                )
            }
        case .writeLogin(let request, let login): files.start { self.post(.loginWritten(request, self.write(login))) }
        case .probe(let request, let plan): probe(request, plan)
        case .cancelProbe: probing.cancel()
        case .probeOthers(let request, let plans): probeOthers(request, plans)
        case .writeBundle(let request, let wanted):
            blocking { self.post(.bundleWritten(request, path: wanted.path, self.write(wanted))) }
        case .wake(let timer, let milliseconds):
            Later.start(milliseconds: milliseconds) { self.post(.timer(timer)) }
        case .adopt(let request, let wanted):
            blocking {
                let config = self.workspace.withLock { $0.config }
                self.post(.adopted(request, AdoptionRun(config: config).run(wanted)))
            }
        case .repair(let request, let path, let breaksHardLink):
            files.start {
                self.post(
                    .repaired(request, self.workspace.withLock { $0.repair(path, breaksHardLink: breaksHardLink) })
                )
            }
        case .export(let request, let wanted, let replaces):
            files.start { self.post(.exported(request, ExportRun.run(wanted, replaces: replaces))) }
        case .job(let request, let job):
            blocking { self.post(.jobEnded(request, self.jobs.run(job, in: self.workspace))) }
        case .cancelJob: jobs.cancel()
        case .inspectNodes(let request, let places, let login, let file):
            blocking {
                self.troubles.inspect(places, login, file) { place, state in
                    self.post(.nodeInspected(request, place, state))
                }
                self.post(.nodesInspected(request))
            }
        case .cancelNodes: troubles.cancelInspection()
        case .explainPull(let request, let question):
            blocking { self.post(.pullExplained(request, self.troubles.explain(question))) }
        case .traceLog(let request, let question):
            blocking { self.post(.logTraced(request, self.troubles.trace(question))) }
        case .askLive(let request, let question, let login):
            blocking {
                let end = self.troubles.ask(question, login) { index, answer in
                    self.post(.pullAnswered(request, index, answer))
                }
                self.post(.pullFinished(request, end))
            }
        case .cancelLive: troubles.cancelAsking()
        case .checkPackage(let request, let path):
            blocking { self.post(.packageChecked(request, self.pushes.check(path))) }
        case .listPackage(let request, let path):
            blocking {
                let listing = self.pushes.list(path) { self.post(.packageRead(request, $0)) }
                if let listing { self.post(.packageListed(request, listing)) }
            }
        case .cancelListing: pushes.cancelListing()
        case .push(let request, let order): blocking { self.push(request, order) }
        case .stopPush: pushes.stop()
        case .abortPush: pushes.abort()
        case .detachPush(let request, let order):
            blocking { self.post(.pushDetached(request, self.pushes.detach(order))) }
        case .findDetachedPushes:
            blocking { self.post(.detachedPushesFound(DetachedPush.all.compactMap { DetachedWork($0) })) }
        case .followPush(let request, let number):
            blocking {
                let end = self.pushes.follow(number) { self.post(.pushProgressed(request, $0)) }
                if let end { self.post(.pushEnded(request, end)) }
            }
        case .unfollowPush: pushes.unfollow()
        case .stopDetachedPush(let number): blocking { _ = DetachedPush.folder.stop(number) }
        case .rereadClusterConfig(let request, let path):
            files.start {
                let (reading, change) = self.workspace.withLock { $0.reread(path) }
                self.post(.clusterConfigRead(request, reading))
                self.post(.fileCompared(path: path, change))
            }
        case .lookReady(let request, let question):
            blocking {
                let end = self.upgrades.look(question) { self.post(.readyProgressed(request, $0)) }
                self.post(.readyEnded(request, end))
            }
        case .cancelReady: upgrades.cancel()
        case .saveDraft(let draft): saving.start { self.drafts.save(draft) }
        case .keepDraft(let draft): saving.start { self.drafts.keep(draft) }
        case .discardDraft: saving.start { self.drafts.discard() }
        case .openDraft(let file): saving.start { self.post(.draftOpened(file, self.drafts.open(file))) }
        case .quit, .runBmctl, .suspend, .redraw, .copy, .useTheme, .page, .openEditor, .useMouse: break
        }
    }

    /// What the session leaves for.
    var readyBmctl: BmctlRun? { jobs.readyBmctl }

    /// Ends what runs, and waits until files are written: a draft saved last must not be lost.
    func stop() {
        probing.cancel()
        others.cancel()
        troubles.cancelInspection()
        troubles.cancelAsking()
        jobs.cancel()
        upgrades.cancel()
        pushes.close()
        // A file system that hangs must not keep the operator from leaving.
        _ = files.wait(seconds: 2)
        _ = saving.wait(seconds: 2)
    }

    /// - Returns: what went wrong.
    private func write(_ wanted: CABundleRequest) -> Phrase? {
        do throws(CABundle.Refusal) {
            try wanted.bundle.prove(at: wanted.report.plan.endpoint, through: wanted.report.proxy)
        } catch {
            return Phrase("bundle.notWritten", parts: ["reason": error.problem])
        }
        do throws(FileError) {
            _ = try AtomicWriter().create(wanted.path, Array(wanted.bundle.pem.utf8))
            return nil
        } catch {
            return error.problem
        }
    }

    /// - Returns: what went wrong.
    private func write(_ login: LoginRequest) -> Phrase? {
        let text = DockerConfigJSON.text(host: login.host, user: login.user, password: login.password)
        do throws(FileError) {
            _ = try text.reveal { text throws(FileError) in
                try AtomicWriter().create(login.path, Array(text.utf8), mode: 0o600)
            }
            return nil
        } catch {
            return error.problem
        }
    }

    private func push(_ request: RequestID, _ order: PushOrder) {
        let end = pushes.run(
            order,
            reading: { self.post(.packageRead(request, $0)) },
            listed: { self.post(.packageListed(request, $0)) },
            progress: { self.post(.pushProgressed(request, $0)) }
        )
        post(.pushEnded(request, end))
    }

    private func post(_ event: Event) { sink.post(event) }

    private func probe(_ request: RequestID, _ plan: ProbePlan) {
        let cancellation = probing.begin()
        blocking {
            let report = Prober().probe(plan, cancellation: cancellation) { report in
                self.post(.probeProgressed(request, report))
            }
            self.post(.probeFinished(request, report))
        }
    }

    private func probeOthers(_ request: RequestID, _ plans: [ProbePlan]) {
        let cancellation = others.begin()
        blocking {
            ThreadGroup.each(plans.count, "probe", threads: plans.count) { index in
                self.post(.otherProbed(request, Prober().probe(plans[index], cancellation: cancellation)))
            }
            self.post(.othersProbed(request))
        }
    }

    /// What waits for a network or a program; the files are not to wait for it.
    private func blocking(_ body: @escaping @Sendable () -> Void) { ThreadGroup.start("effect", body) }
}
