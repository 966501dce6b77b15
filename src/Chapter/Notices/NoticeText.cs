using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>What letters say, and the pages about them. Subjects and first lines show on lock screens: they name no community and no title.</summary>
internal static class NoticeText
{
    public static readonly Text AnnouncementSubject = new("Rencontre du {0}", "Meeting on {0}");
    public static readonly Text ReadingSubject = new("À lire pour la rencontre du {0}", "To read for the meeting on {0}");
    public static readonly Text ChangeSubject = new("Changement\u00a0: rencontre du {0}", "Change: meeting on {0}");
    public static readonly Text CancellationSubject = new("Annulée\u00a0: rencontre du {0}", "Cancelled: meeting on {0}");
    public static readonly Text ReminderSubject = new("Rappel\u00a0: rencontre du {0}", "Reminder: meeting on {0}");
    public static readonly Text MinutesSubject = new("Procès-verbal de la rencontre du {0}", "Minutes of the meeting on {0}");

    public static readonly Text TopicSubject = new("Un sujet que vous avez proposé", "A topic you proposed");

    public static readonly Text ActionSubject = new("Rappel\u00a0: un suivi", "Reminder: an action");
    public static readonly Text ActionAskedSubject = new("On vous demande un suivi", "You are asked to take an action on");
    public static readonly Text ActionDue = new("Un suivi dont vous vous chargez est pour le {0}\u00a0:", "An action of yours is due on {0}:");
    public static readonly Text ActionLate = new("Un suivi dont vous vous chargez était pour le {0}\u00a0:", "An action of yours was due on {0}:");
    public static readonly Text ActionBefore = new("La prochaine rencontre a lieu le {0}. Un suivi dont vous vous chargez n’est pas encore fait\u00a0:", "The next meeting takes place on {0}. An action of yours is not done yet:");
    public static readonly Text ActionAsked = new("On vous demande de vous charger d’un suivi. Dites si vous le pouvez; d’ici là, il reste à la personne qui l’a.", "You are asked to take an action on. Say whether you can; until then it stays with whoever has it.");
    public static readonly Text AnswerAsked = new("Le lire et répondre\u00a0:", "Read it and answer:");
    public static readonly Text ActionDoneHere = new("C’est fait? Dites-le ici, sans vous identifier\u00a0:", "Is it done? Say so here, without signing in:");
    public static readonly Text SeeActions = new("Tous vos suivis, et en confier un à quelqu’un\u00a0:", "All your actions, and handing one over:");
    public static readonly Text ActionDoneTitle = new("C’est fait?", "Is it done?");
    public static readonly Text ActionOf = new("Il s’agit d’un suivi de la rencontre du {0}.", "This is about an action from the meeting on {0}.");
    public static readonly Text ActionSayDone = new("C’est fait", "It is done");
    public static readonly Text ActionIsDone = new("C’est noté. Merci!", "It is noted. Thank you!");

    public static readonly Text SeatSubject = new("Un siège vous est proposé", "A seat is offered to you");
    public static readonly Text SeatOffered = new("On vous propose un siège dans un comité. Rien n’est décidé sans votre oui, et les autres membres ne voient pas qu’on vous le propose.", "You are offered a seat on a committee. Nothing is decided without your yes, and other members do not see that you are asked.");
    public static readonly Text SeatToKeep = new("On vous propose de garder votre siège dans un comité. Rien ne change sans votre oui.", "You are asked to keep your seat on a committee. Nothing changes without your yes.");
    public static readonly Text SeatNamed = new("Le siège\u00a0: {0} ({1}), jusqu’au {2}.", "The seat: {0} ({1}), until {2}.");
    public static readonly Text SeatKept = new("Le comité\u00a0: {0}. Le mandat va jusqu’au {1}.", "The committee: {0}. The term is until {1}.");
    public static readonly Text AnswerSeat = new("Entrez pour voir ce que c’est, et dire oui ou non\u00a0:", "Sign in to see what it is, and to say yes or no:");

    public static readonly Text IntentionSubject = new("Où en êtes-vous?", "What became of it?");
    public static readonly Text IntentionOpening = new("Le {0}, vous avez dit que vous aimeriez essayer ceci\u00a0:", "On {0}, you said that you would like to try this:");
    public static readonly Text IntentionAnswer = new("C’est commencé, pas encore, ou ce ne sera pas pour vous? Dites-le ici, sans vous identifier. Personne d’autre ne le verra\u00a0:", "Has it begun, not begun yet, or is it not for you? Say so here, without signing in. Nobody else will see it:");

    public static readonly Text CommentSubject = new("Un nouveau commentaire", "A new comment");
    public static readonly Text CommentOpening = new("Quelqu’un a écrit un commentaire là où vous en avez écrit un, ou sur votre sujet ou votre pratique.", "Somebody has commented where you did, or on your topic or practice.");
    public static readonly Text ReadComments = new("Le lire\u00a0:", "Read it:");
    public static readonly Text SummarySubject = new("Ce qu’il y a de nouveau cette semaine", "What is new this week");
    public static readonly Text SummaryOpening = new("Voici ce qui est nouveau depuis lundi dernier, et ce qui vient cette semaine.", "Here is what is new since last Monday, and what comes this week.");

    public static readonly Text Hello = new("Bonjour,", "Hello,");
    public static readonly Text Announced = new("Une rencontre est annoncée pour le {0}, {1} (heure de Montréal).", "A meeting is announced for {0}, {1} (Montréal time).");
    public static readonly Text ToRead = new("Voici ce qu’il y a à lire pour la rencontre du {0}, {1} (heure de Montréal).", "Here is what there is to read for the meeting on {0}, {1} (Montréal time).");
    public static readonly Text Changed = new("La rencontre a changé. Elle a lieu le {0}, {1} (heure de Montréal).", "The meeting has changed. It takes place on {0}, {1} (Montréal time).");
    public static readonly Text WhatChanged = new("Ce qui a changé depuis l’annonce\u00a0: {0}.", "What has changed since it was announced: {0}.");
    public static readonly Text Cancelled = new("La rencontre du {0}, {1}, est annulée.", "The meeting on {0}, {1}, is cancelled.");
    public static readonly Text Soon = new("La prochaine rencontre a lieu le {0}, {1} (heure de Montréal).", "The next meeting takes place on {0}, {1} (Montréal time).");
    public static readonly Text Approved = new("Le procès-verbal de la rencontre du {0} est adopté.", "The minutes of the meeting on {0} are approved.");
    public static readonly Text TopicTaken = new("Un sujet que vous avez proposé est à l’ordre du jour de la rencontre du {0}, {1} (heure de Montréal)\u00a0:", "A topic you proposed is on the agenda of the meeting on {0}, {1} (Montréal time):");
    public static readonly Text TopicAnswered = new("Il y a une réponse à un sujet que vous avez proposé\u00a0:", "There is an answer to a topic you proposed:");
    public static readonly Text ReadAnswer = new("La lire\u00a0:", "Read it:");
    public static readonly Text NoLonger = new("Ce n’est plus\u00a0: {0}", "No longer: {0}");
    public static readonly Text Where = new("Où\u00a0: {0}", "Where: {0}");
    public static readonly Text Video = new("Vidéoconférence\u00a0:", "Video call:");
    public static readonly Text Item = new("- {0} ({1})", "- {0} ({1})");
    public static readonly Text AnswerHere = new("Venez-vous? Répondez ici, sans vous identifier\u00a0:", "Are you coming? Answer here, without signing in:");
    public static readonly Text AnswerByCalendar = new("Ou répondez depuis votre calendrier, s’il le propose.", "Or answer from your calendar, if it offers to.");
    public static readonly Text FilesKept = new("Les liens des fichiers les ouvrent sans vous identifier, pendant 14 jours. Ensuite, ils sont sur la page de la rencontre.", "The links to files open them without signing in, for 14 days. After that, they are on the meeting’s page.");
    public static readonly Text FileTitle = new("Un fichier à lire avant", "A file to read before");
    public static readonly Text OpenFile = new("Ouvrir le fichier", "Open the file");
    public static readonly Text SeePage = new("La page de la rencontre\u00a0:", "The meeting’s page:");
    public static readonly Text ReadMinutes = new("Le lire\u00a0:", "Read them:");
    public static readonly Text StopThese = new("Ne plus recevoir ce genre de courriel («\u00a0{0}\u00a0»)\u00a0:", "Stop this kind of message (“{0}”):");

    public static readonly Text AnswerTitle = new("Venez-vous?", "Are you coming?");
    public static readonly Text AnswerWhen = new("La rencontre du {0}, {1} (heure de Montréal)", "The meeting on {0}, {1} (Montréal time)");
    public static readonly Text Answered = new("C’est noté\u00a0: {0}. Vous pouvez changer d’avis avec le même lien.", "Noted: {0}. You can change your mind with the same link.");
    public static readonly Text StopTitle = new("Ne plus recevoir ces courriels", "Stop these messages");
    public static readonly Text StopLead = new("Il s’agit de ce genre de courriel\u00a0: «\u00a0{0}\u00a0». Les autres continuent. Vous pourrez le reprendre dans votre page.", "This is about messages of one kind: “{0}”. The others go on. You can take it up again on your page.");
    public static readonly Text StopNow = new("Ne plus les recevoir", "Stop them");
    public static readonly Text Stopped = new("C’est fait\u00a0: vous ne recevrez plus ce genre de courriel. Si vous dites que vous venez à une rencontre, on vous écrira encore si elle change.", "Done: you will not get this kind of message any more. If you say that you are coming to a meeting, you will still be told if it changes.");
    public static readonly Text Title = new("Vos courriels", "Your messages");
    public static readonly Text Why = new("Choisir ce que la communauté vous écrit", "Choose what the community writes to you");
    public static readonly Text Lead = new("Cochez ce que vous voulez recevoir. Les courriels n’ont ni le nom de la communauté ni le titre d’une rencontre dans leur objet. Rien n’arrive entre 21\u00a0h et 8\u00a0h, sauf un changement de dernière heure.", "Tick what you want to get. Subjects name neither the community nor a meeting’s title. Nothing comes between 9 p.m. and 8 a.m., except a last-minute change.");
    public static readonly Text Wanted = new("Vous écrire quand", "Write to me when");
    public static readonly Text WantedHelp = new("Qui a dit venir à une rencontre apprend toujours qu’elle change ou qu’elle est annulée.", "Whoever said they are coming to a meeting is always told when it changes or is cancelled.");
    public static readonly Text NamedSender = new("Mettre le nom de la communauté comme expéditeur", "Put the community’s name as the sender");
    public static readonly Text NamedSenderHelp = new("Sans cela, ils portent un nom neutre, pour qui verrait votre écran.", "Otherwise they have a neutral name, for whoever might see your screen.");
    public static readonly Text FilesAttached = new("Joindre les fichiers aux courriels", "Attach files to messages");
    public static readonly Text FilesAttachedHelp = new("Sans cela, un lien y mène pendant 14 jours, et ils ne restent pas dans votre boîte. Joints, ils portent un nom neutre : « lecture-1 ».", "Otherwise a link leads to them for 14 days, and they do not stay in your mailbox. Attached, they have a neutral name: “reading-1”.");
    public static readonly Text FileName = new("lecture-{0}", "reading-{0}");
    public static readonly Text MailTitle = new("Les courriels", "Messages");
    public static readonly Text RefusedTitle = new("Ces adresses refusent les courriels", "These addresses refuse messages");
    public static readonly Text RefusedHelp = new("Elles les refusent pour de bon (le chiffre est la réponse d’un serveur de courriel). Demandez à la personne si son adresse a changé.", "They are refused for good (the number is the answer of a mail server). Ask the person whether their address has changed.");
    public static readonly Text Refused = new("{0} ({1})", "{0} ({1})");
    public static readonly Text YoursRefused = new("Nos courriels ne vous parviennent pas\u00a0: votre adresse les refuse depuis le {0}.", "Our messages do not reach you: your address has refused them since {0}.");
    public static readonly Text YoursRefusedHelp = new("Voyez si votre boîte est pleine ou fermée. Nous réessayons avec chaque nouveau courriel; dès qu’un passe, cet avis disparaît.", "See whether your mailbox is full or closed. We try again with every new message; as soon as one gets through, this notice goes away.");
    public static readonly Text YoursGone = new("Cette adresse n’est plus la vôtre? Ne sortez pas\u00a0: pour entrer, il faut un courriel. Si votre entrée date de moins d’une demi-heure, écrivez la nouvelle dans «\u00a0Votre adresse courriel\u00a0», plus bas. Sinon, demandez d’abord un lien pour entrer à qui s’occupe du serveur (commande «\u00a0sign-in-link\u00a0»).", "Is this address no longer yours? Do not sign out: signing in takes a message. If you signed in less than half an hour ago, write the new one in “Your email address”, below. If not, first ask whoever looks after the server for a sign-in link (command “sign-in-link”).");
    public static readonly Text AskUs = new("Une question\u00a0:", "A question:");
    public static readonly Text InboxTrouble = new("La boîte de réception ne se lit pas en ce moment\u00a0: les réponses des calendriers y attendent.", "The inbox cannot be read at the moment: answers from calendars wait there.");
    public static readonly Text SeeWhy = new("Voir pourquoi", "See why");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text SetServer = new("Régler l’envoi", "Set it up");

    public static readonly Confirmation[] Done = [new("notices.chosen", new("Vos choix sont enregistrés.", "Your choices are saved."))];
}
