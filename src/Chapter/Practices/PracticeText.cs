using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>What the pages of practices say, outside the form.</summary>
internal static class PracticeText
{
    public static readonly Text NewTitle = new("Du nouveau dans les pratiques", "New practices");
    public static readonly Text NothingNew = new("Rien n’a été partagé ni révisé depuis {0} jours.", "Nothing was shared or revised in the last {0} days.");
    public static readonly Text NewNone = new("Aucune pratique n’est encore partagée. La vôtre peut être la première\u00a0: quelques phrases suffisent.", "No practice is shared yet. Yours can be the first: a few sentences are enough.");
    public static readonly Text Ours = new("Voir nos pratiques", "See our practices");
    public static readonly Text Library = new("La bibliothèque du réseau", "The network’s library");
    public static readonly Text OursTab = new("Les nôtres", "Ours");
    public static readonly Text Practices = new("Pratiques", "Practices");
    public static readonly Text ListLead = new("Ce que des membres ont essayé et qui aide des personnes à se rétablir. Une pratique peut être petite\u00a0: une façon d’accueillir, une question que l’on pose autrement.", "What members have tried and found helpful to recovery. A practice can be small: a way of welcoming, a question asked differently.");
    public static readonly Text EmptyTitle = new("Vos pratiques paraîtront ici", "Your practices will be here");
    public static readonly Text EmptyWhy = new("Dix minutes et quelques phrases suffisent. Avant que vous décidiez de le montrer, seul le comité exécutif voit votre texte.", "Ten minutes and a few sentences are enough. Until you decide to show it, only the executive committee sees your text.");
    public static readonly Text EmptyFilter = new("Aucune pratique n’est ici pour le moment", "There is no practice here for now");
    public static readonly Text EmptyFilterWhy = new("Regardez toutes les pratiques, ou écrivez la vôtre.", "Look at all practices, or write your own.");
    public static readonly Text WriteOne = new("Écrire une pratique", "Write a practice");
    public static readonly Text SaveDraft = new("Enregistrer le brouillon", "Save the draft");
    public static readonly Text Adapt = new("Adapter cette pratique", "Adapt this practice");
    public static readonly Text AdaptLead = new("Ce que vous faites autrement devient une pratique de notre communauté, qui dit d’où elle vient\u00a0:", "What you do differently becomes a practice of our community, which says where it comes from:");
    public static readonly Text WhatYouAdapted = new("Ce que vous avez adapté", "What you adapted");
    public static readonly Text SayMore = new("En dire plus\u00a0: comment, quand, qui a décidé (facultatif)", "Say more: how, when, who decided (optional)");
    public static readonly Text YourText = new("Votre pratique", "Your practice");
    public static readonly Text YourTextHelp = new("Le texte de l’original est déjà là\u00a0: changez ce qui est différent chez vous. Ce qui en est sorti, et avec qui, c’est à vous de le raconter.", "The original’s text is there already: change what is different with you. What came of it, and with whom, is yours to tell.");
    public static readonly Text Compare = new("Notre texte et le leur", "Our text and theirs");
    public static readonly Text CompareWith = new("Comparer avec notre texte\u00a0: {0}", "Compare with our text: {0}");
    public static readonly Text OurText = new("Le nôtre", "Ours");
    public static readonly Text TheirText = new("Le leur", "Theirs");
    public static readonly Text OtherLanguage = new("Les deux textes ne sont pas dans la même langue\u00a0: lisez-les l’un après l’autre.", "The two texts are not in the same language: read one after the other.");
    public static readonly Text Take = new("Reprendre leur façon de faire dans notre texte", "Bring their way of doing it into our text");
    public static readonly Text TakeHelp = new("Vous relirez tout avant d’enregistrer. La révision dira d’où cela vient.", "You will read it all again before you save. The revision will say where it comes from.");
    public static readonly Text TakenHere = new("Leur façon de faire est dans le formulaire; ce que vous avez vu et appris est resté le vôtre. Relisez, puis enregistrez.", "Their way of doing it is in the form; what you saw and learned has stayed yours. Read it again, then save.");
    public static readonly Text TakenNote = new("D’après une adaptation de\u00a0: {0}.", "From an adaptation by {0}.");
    public static readonly Text AdaptedElsewhere = new("Nos pratiques, adaptées ailleurs", "Our practices, adapted elsewhere");
    public static readonly Text WhatWasAdapted = new("Ce qui a été adapté", "What was adapted");
    public static readonly Text AdaptedHere = new("Adaptée dans notre communauté", "Adapted in our community");
    public static readonly Text ReviseIt = new("Réviser", "Revise");
    public static readonly Text About = new("À propos de cette pratique", "About this practice");
    public static readonly Text Show = new("Montrer", "Show");
    public static readonly Text All = new("Toutes", "All");
    public static readonly Text RevisedOn = new("Révisée le", "Revised on");
    public static readonly Text Revisions = new("Révisions", "Revisions");
    public static readonly Text RevisionsHelp = new("Rien n’est perdu\u00a0: chaque texte reste lisible.", "Nothing is lost: every text stays readable.");
    public static readonly Text Number = new("Révision", "Revision");
    public static readonly Text Date = new("Date", "Date");
    public static readonly Text FirstText = new("Premier texte", "First text");
    public static readonly Text By = new("Par", "By");
    public static readonly Text You = new("Vous", "You");
    public static readonly Text NotKnown = new("On ne sait pas", "Not known");
    public static readonly Text WhoWroteIt = new("Qui a écrit cette pratique?", "Who wrote this practice?");
    public static readonly Text AuthorUnknown = new("Notre serveur a été rétabli à partir d’une copie de sauvegarde. Cette pratique nous est revenue du réseau, sans le nom de la personne qui l’a écrite. En attendant, le comité exécutif s’en occupe.", "Our server was restored from a backup. This practice came back from the network without the name of whoever wrote it. Meanwhile, the executive committee looks after it.");
    public static readonly Text ClaimHelp = new("Si c’est vous, dites-le. Le comité exécutif verra votre nom; s’il confirme, vous pourrez de nouveau la réviser, la retirer et l’effacer.", "If it was you, say so. The executive committee will see your name; if it confirms, you can again revise, withdraw and erase it.");
    public static readonly Text Claim = new("C’est moi qui l’ai écrite", "I wrote this");
    public static readonly Text ClaimWaits = new("Vous avez dit le {0} l’avoir écrite. Une autre personne, membre du comité exécutif, vous répondra\u00a0: si elle confirme, la pratique sera de nouveau la vôtre; sinon, cette page vous le dira.", "You said on {0} that you wrote it. Somebody else, a member of the executive committee, will answer: if they confirm it, the practice will be yours again; if not, this page will say so.");
    public static readonly Text TakeBackClaim = new("Je ne dis plus l’avoir écrite", "I no longer say that I wrote it");
    public static readonly Text ClaimTurnedDown = new("Le {0}, le comité exécutif n’a pas confirmé que vous l’avez écrite. Parlez-en au comité; vous pouvez redire que vous l’avez écrite.", "On {0}, the executive committee did not confirm that you wrote it. Talk to the committee; you can say again that you wrote it.");
    public static readonly Text ClaimedBySomebody = new("Une personne a dit l’avoir écrite, et le comité exécutif ne lui a pas encore répondu. Si c’est vous qui l’avez écrite, parlez-en au comité.", "Somebody has said that they wrote it, and the executive committee has not answered yet. If you wrote it, talk to the committee.");
    public static readonly Text ClaimedBy = new("{0} a dit le {1} l’avoir écrite.", "{0} said on {1} that they wrote it.");
    public static readonly Text ConfirmClaim = new("Confirmer", "Confirm");
    public static readonly Text ConfirmClaimAsk = new("Remettre cette pratique à {0}? Cette personne pourra la réviser, la retirer partout et l’effacer.", "Give this practice to {0}? They will be able to revise it, withdraw it everywhere and erase it.");
    public static readonly Text TurnDownClaim = new("Ne pas confirmer", "Do not confirm");
    public static readonly Text TurnDownHelp = new("Sans votre confirmation, la pratique reste au comité exécutif. Cette personne pourra redire qu’elle l’a écrite, et toute autre personne pourra le dire aussi.", "Without your confirmation, the practice stays with the executive committee. This person can say again that they wrote it, and anybody else can say so too.");
    public static readonly Text ClaimsTitle = new("Qui a écrit ces pratiques?", "Who wrote these practices?");
    public static readonly Text ClaimsWhy = new("Pour chacune, une personne dit l’avoir écrite. Le comité exécutif confirme ou non.", "For each one, somebody says that they wrote it. The executive committee confirms it or not.");
    public static readonly Text SameAsNow = new("La même pratique que maintenant", "The same practice as now");
    public static readonly Text Network = new("Dans le réseau", "In the network");
    public static readonly Text Waiting = new("En attente d’être remise au carrefour provincial", "Waiting to be handed to the provincial hub");
    public static readonly Text AtHub = new("Au carrefour provincial depuis le {0}", "At the provincial hub since {0}");
    public static readonly Text Refused = new("Refusée par le carrefour\u00a0: {0}", "Refused by the hub: {0}");
    public static readonly Text TakenDown = new("Retirée par le carrefour provincial", "Taken down by the provincial hub");
    public static readonly Text TakenDownOn = new("Le carrefour provincial a retiré cette pratique du réseau le {0}. Raison\u00a0: {1}.", "The provincial hub took this practice down on {0}. Reason: {1}.");
    public static readonly Text TakenDownWhere = new("Notre communauté garde son texte. Le carrefour a effacé sa copie; les autres communautés effacent la leur à leur prochain échange avec lui. Une communauté dont le serveur est arrêté la garde jusqu’à ce qu’il redémarre et échange.", "Our community keeps its text. The hub has erased its copy; the other communities erase theirs at their next exchange with it. A community whose server is off keeps its copy until that server is back and exchanges.");
    public static readonly Text TakenDownWhatNow = new("Ses prochaines révisions n’y paraîtront pas non plus. Vous pouvez en écrire une nouvelle, sans ce qui a posé problème, et la partager; ou la retirer ici aussi. Si vous n’êtes pas d’accord, parlez-en à l’équipe du carrefour.", "Its next revisions will not appear there either. You can write a new one, without what caused the problem, and share it; or withdraw this one here too. If you disagree, talk to the hub’s team.");
    public static readonly Text HubContact = new("Pour la joindre\u00a0: ", "How to reach it: ");
    public static readonly Text WithdrawnTitle = new("Pratique retirée", "Withdrawn practice");
    public static readonly Text WithdrawnOn = new("Cette pratique a été retirée. Raison\u00a0: {0}.", "This practice was withdrawn. Reason: {0}.");
    public static readonly Text TextKept = new("Seuls la personne qui l’a écrite et le comité exécutif voient encore son texte.", "Only the person who wrote it and the executive committee still see its text.");
    public static readonly Text WithdrawnNotThere = new("Le carrefour provincial n’a pas encore confirmé le retrait\u00a0: le texte peut encore y être lu, et dans les autres communautés aussi.", "The provincial hub has not confirmed the withdrawal yet: the text may still be readable there, and in the other communities too.");
    public static readonly Text WithdrawnThere = new("Le carrefour provincial a effacé sa copie le {0}; les autres communautés effacent la leur à leur prochain échange avec lui. Une communauté dont le serveur est arrêté la garde jusqu’à ce qu’il redémarre et échange.", "The provincial hub erased its copy on {0}; the other communities erase theirs at their next exchange with it. A community whose server is off keeps its copy until that server is back and exchanges.");
    public static readonly Text NoText = new("Son texte n’est plus ici.", "Its text is no longer here.");
    public static readonly Text SeenByYou = new("Retirée\u00a0: vous et le comité exécutif voyez encore le texte.", "Withdrawn: you and the executive committee still see the text.");
    public static readonly Text NextStep = new("Et maintenant?", "What next?");
    public static readonly Text DraftHelp = new("C’est un brouillon. Vous et le comité exécutif le voyez. Quand vous serez à l’aise, montrez-le aux membres.", "This is a draft. You and the executive committee see it. Show it to the members when you are ready.");
    public static readonly Text ShareInChapter = new("Partager dans la communauté", "Share in the community");
    public static readonly Text ShareInNetwork = new("Partager avec le réseau", "Share with the network");
    public static readonly Text NetworkHelp = new("Elle partira, signée, au nom de notre communauté, vers toutes les autres. Ses prochaines révisions suivront automatiquement, avec ce que vous dites de ce qui a changé et les groupes qui ont participé. Les révisions précédentes restent ici.", "It will go, signed, to every other community in our community’s name. Its next revisions will follow automatically, with what you say of what changed and the groups that took part. Earlier revisions stay here.");
    public static readonly Text AuthorAgrees = new("La personne qui l’a écrite est d’accord", "The person who wrote it agrees");
    public static readonly Text AskExecutive = new("Pour la partager avec tout le réseau, parlez-en à une personne du comité exécutif ou de l’animation.", "To share it with the whole network, talk to a member of the executive committee or a facilitator.");
    public static readonly Text Withdraw = new("Retirer la pratique", "Withdraw the practice");
    public static readonly Text WithdrawHere = new("Retirer la pratique? Plus personne ne la verra dans la communauté. Vous pourrez en écrire une autre.", "Withdraw the practice? Nobody in the community will see it any more. You can write another.");
    public static readonly Text WithdrawEverywhere = new("Retirer la pratique ici et dans tout le réseau? Les autres communautés effaceront son texte dès qu’elles l’apprendront.", "Withdraw the practice here and in the whole network? The other communities will erase its text as soon as they hear of it.");
    public static readonly Text OfLeaver = new("vos brouillons de pratiques, et les pratiques que vous avez retirées", "your drafts of practices, and the practices that you withdrew");
    public static readonly Text SharedOfLeaver = new("les pratiques que j’ai écrites et partagées, ici et dans tout le réseau; sinon elles restent, avec le nom que j’y ai mis", "the practices that I wrote and shared, here and in the whole network; otherwise they stay, with the name that I put on them");
    public static readonly Text Erase = new("Effacer aussi le texte", "Erase the text too");
    public static readonly Text EraseAsk = new("Effacer le texte et toutes ses révisions? Plus personne ne pourra les lire.", "Erase the text and all its revisions? Nobody will be able to read them any more.");
    public static readonly Text Why = new("Pourquoi?", "Why?");
    public static readonly Text WhyHelp = new("Si une personne demande l’effacement ou si la loi l’exige, le texte est effacé ici aussi. Dans les autres cas, la personne qui l’a écrit peut encore le lire.", "If somebody asks for erasure or the law requires it, the text is erased here too. Otherwise, the person who wrote it can still read it.");
    public static readonly Text Theirs = new("L’autre texte, déjà enregistré", "The other text, already saved");
    public static readonly Text BackToPractice = new("Retour à la pratique", "Back to the practice");
    public static readonly Text Translates = new("Traduit une autre pratique", "Translates another practice");
    public static readonly Text Original = new("Voir l’original", "See the original");

    public static readonly Counted Count = new(new("{0} pratique", "{0} practice"), new("{0} pratiques", "{0} practices"));

    public static Text StateOf(PracticeState state) => state switch
    {
        PracticeState.Draft => new("Brouillon", "Draft"),
        PracticeState.SharedInChapter => new("Partagée dans la communauté", "Shared in the community"),
        PracticeState.SharedInNetwork => new("Partagée avec le réseau", "Shared with the network"),
        _ => new("Retirée", "Withdrawn"),
    };

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("practice.saved", new("Votre pratique est enregistrée.", "Your practice is saved.")),
        new("practice.shared-in-chapter", new("La pratique est partagée\u00a0: les membres la voient. Merci!", "The practice is shared: every member can see it. Thank you!")),
        new("practice.shared-in-network", new("La pratique part vers le réseau. Merci!", "The practice is on its way to the network. Thank you!")),
        new("practice.withdrawn", new("La pratique est retirée.", "The practice is withdrawn.")),
        new("practice.claimed-by-you", new("C’est noté. Le comité exécutif le confirmera ou non.", "Noted. The executive committee will confirm it or not.")),
        new("practice.claim-taken-back", new("C’est noté. Votre nom n’est plus montré au comité exécutif.", "Noted. Your name is no longer shown to the executive committee.")),
        new("practice.claim-confirmed", new("La pratique est remise à la personne qui l’a écrite.", "The practice is given to the person who wrote it.")),
        new("practice.claim-turned-down", new("La demande n’est pas confirmée. La pratique reste au comité exécutif.", "The request is not confirmed. The practice stays with the executive committee.")),
        new("practice.erased", new("Le texte est effacé.", "The text is erased.")),
    ];
}
