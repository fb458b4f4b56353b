package lantern.missing.sheet;

import java.util.Map;
import lantern.missing.interview.Ratings;

/** What pushes children away and what draws them, as codes that can be counted (statutory guidance of January 2014, "push and pull factors"). */
public final class Factors {
    private Factors() {}

    public static final Map<String, String> CHOICES = Ratings.words(
            "push-argument-at-home", "Arguments at home",
            "push-violence-at-home", "Violence at home",
            "push-neglect-or-abuse", "Neglect or abuse",
            "push-unhappy-in-placement", "Unhappy where they are placed",
            "push-placement-change", "A move of placement, or fear of one",
            "push-rules-and-boundaries", "Rules and being told when to be back",
            "push-contact-with-family", "Contact with family cancelled or unwanted",
            "push-bullying", "Bullying",
            "push-school", "School",
            "push-mental-health", "Low mood, anxiety or mental health",
            "push-self-harm", "Self-harm",
            "push-substances-at-home", "Alcohol or drugs of others at home",
            "push-not-listened-to", "Not listened to",
            "pull-friends", "Friends",
            "pull-boyfriend-or-girlfriend", "A boyfriend or girlfriend",
            "pull-family", "Family elsewhere",
            "pull-former-home", "A former home or carer",
            "pull-older-people", "Older people",
            "pull-online-contact", "Somebody met online",
            "pull-alcohol-or-drugs", "Alcohol or drugs",
            "pull-money-or-gifts", "Money or gifts",
            "pull-gang", "A gang",
            "pull-exploitation", "Somebody who exploits them",
            "pull-excitement", "Excitement");
}
